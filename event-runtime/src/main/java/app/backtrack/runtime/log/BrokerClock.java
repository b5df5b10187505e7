package app.backtrack.runtime.log;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Compares our clock with the broker's. An acknowledgement carries the broker's time, which must lie between sending
 * and acknowledgement; by what it lies outside, our clock is off at least. So slow answers cannot look like a wrong
 * clock.
 */
final class BrokerClock {
    /** The largest skew that is worked with (design: a service refuses work beyond it). */
    static final Duration TOLERANCE = Duration.ofSeconds(60);

    private final InstantSource ours;
    private volatile Duration skew = Duration.ZERO;

    BrokerClock(InstantSource ours) {
        this.ours = ours;
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
    }

    /** By how much our clock is ahead (negative: behind), where that is more than can be worked with. */
    Optional<Duration> intolerableSkew() {
        Duration now = skew;
        return now.abs().compareTo(TOLERANCE) > 0 ? Optional.of(now) : Optional.empty();
    }
}
