package app.backtrack.runtime.log;

import io.vertx.core.Context;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The one clock of a service. It tells the time only while it is known to agree with the broker's, so that whatever is
 * dated, judged by its date, or due at a time waits while the clock is wrong: requests, the log's readers and rounds of
 * work alike.
 *
 * <p>Reading it throws {@link ClockOff} while the clock is wrong. Until the first comparison it waits for that, and
 * throws {@link LogUnavailable} where it does not come about in time; only an event loop, which must not wait, gets an
 * unknown time, and what it publishes waits instead.
 */
final class ComparedClock extends Clock {
    private final BrokerClock clock;
    private final Duration patience;

    ComparedClock(BrokerClock clock, Duration patience) {
        this.clock = clock;
        this.patience = patience;
    }

    @Override
    public Instant instant() {
        if (!clock.isCompared() && !Context.isOnEventLoopThread()) {
            clock.awaitCompared(patience);
        }
        clock.intolerableSkew().ifPresent(skew -> {
            throw new ClockOff(skew);
        });
        return clock.now();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** Always in UTC: dates are made with the patient's zone. */
    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("the clock of a service is in UTC");
    }
}
