package app.backtrack.notification.webhook;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The secrets of an endpoint: one, and for a day after a rotation the one before it as well.
 *
 * @param current the newest
 * @param previous the one before; null where there was none
 * @param previousUntil from when on the one before no longer signs, UTC; null where there was none
 */
public record Secrets(
        SigningSecret current,
        @Nullable SigningSecret previous,
        @Nullable Instant previousUntil) {

    /** How long both sign after a rotation, so that a receiver can change over without missing a message. */
    public static final Duration OVERLAP = Duration.ofHours(24);

    /** A first secret. */
    static Secrets first(SigningSecret secret) {
        return new Secrets(secret, null, null);
    }

    Secrets rotated(SigningSecret next, Instant now) {
        return new Secrets(next, current, now.plus(OVERLAP));
    }

    /** The {@code webhook-signature} of a message, signed at an instant. */
    public String signature(String id, Instant at, String body) {
        String signature = current.sign(id, at.getEpochSecond(), body);
        return previous != null && previousUntil != null && at.isBefore(previousUntil)
                ? signature + " " + previous.sign(id, at.getEpochSecond(), body)
                : signature;
    }
}
