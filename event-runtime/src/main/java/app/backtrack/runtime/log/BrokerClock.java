package app.backtrack.runtime.log;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Compares our clock with the broker's. An acknowledgement carries the broker's time, which must lie between sending
 * and acknowledgement; by what it lies outside, our clock is off at least. So slow answers cannot look like a wrong
 * clock. Before the first comparison nobody knows, and nothing is written.
 */
final class BrokerClock {
    /** The largest skew that is worked with (design: a service refuses work beyond it). */
    static final Duration TOLERANCE = Duration.ofSeconds(60);

    private static final String UNKNOWN = "this machine's clock has not been compared with the broker's yet";

    private final InstantSource ours;
    private final CountDownLatch compared = new CountDownLatch(1);
    private volatile Duration skew = Duration.ZERO;

    BrokerClock(InstantSource ours) {
        this.ours = ours;
    }

    /** Our time now, right or wrong. */
    Instant now() {
        return ours.instant();
    }

    /** Our time now, in milliseconds. */
    long millis() {
        return ours.millis();
    }

    /**
     * Notes an acknowledgement that arrived now.
     *
     * @param sentAt our time before it was sent, in milliseconds
     * @param brokerTime the broker's time when it was appended, in milliseconds
     */
    void acknowledged(long sentAt, long brokerTime) {
        long now = ours.millis();
        if (now < sentAt) {
            return; // Our clock was set back meanwhile: the next one tells.
        }
        if (brokerTime < sentAt) {
            skew = Duration.ofMillis(sentAt - brokerTime);
        } else {
            skew = Duration.ofMillis(Math.min(0, now - brokerTime));
        }
        compared.countDown();
    }

    /** Whether the two clocks were compared once. */
    boolean isCompared() {
        return compared.getCount() == 0;
    }

    /**
     * Returns as soon as the clocks were compared.
     *
     * @throws LogUnavailable if they were not within {@code limit}
     */
    void awaitCompared(Duration limit) {
        try {
            if (!compared.await(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new LogUnavailable(UNKNOWN);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LogUnavailable("interrupted while the clocks were compared", e);
        }
    }

    /** Why our clock cannot be worked with, in words for an operator; empty when all is well. */
    Optional<String> trouble() {
        return isCompared() ? intolerableSkew().map(ClockOff::describe) : Optional.of(UNKNOWN);
    }

    /** By how much our clock is ahead (negative: behind), where that is more than can be worked with. */
    Optional<Duration> intolerableSkew() {
        Duration now = skew;
        return now.abs().compareTo(TOLERANCE) > 0 ? Optional.of(now) : Optional.empty();
    }
}
