package app.backtrack.notification.delivery;

import java.time.Instant;

/**
 * What one recipient is told of one thing by one channel.
 *
 * @param id what is claimed
 * @param matter what it is about
 * @param messageId names its message to the channel, as {@code Message-ID} of a mail; fixed when it was planned
 * @param expiresAt from then on it is no news any more and is not sent, UTC
 * @param withdrawn whether it is not needed any more
 * @param progress how far it has come
 * @param revision counts the steps; a step is written on the revision that it was decided on, and on no other
 */
public record Delivery(
        DeliveryId id,
        Matter matter,
        String messageId,
        Instant expiresAt,
        boolean withdrawn,
        Progress progress,
        int revision) {

    /** Names the message in which it went: its own, or its lead's. */
    public String sentAs() {
        String lead = progress.party().lead();
        return lead == null
                ? messageId
                : messageId.replace(id.fingerprint(), DeliveryId.of(lead).fingerprint());
    }
}
