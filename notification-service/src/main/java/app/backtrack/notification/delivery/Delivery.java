package app.backtrack.notification.delivery;

import java.time.Instant;

/**
 * One mail for one recipient about one inbox entry.
 *
 * @param id what is claimed
 * @param messageId its {@code Message-ID}, fixed when it was planned
 * @param expiresAt from then on it is no news any more and is not sent, UTC
 * @param withdrawn whether the insight was withdrawn meanwhile
 * @param progress how far it has come
 * @param revision counts the steps; a step is written on the revision that it was decided on, and on no other
 */
public record Delivery(
        DeliveryId id, String messageId, Instant expiresAt, boolean withdrawn, Progress progress, int revision) {}
