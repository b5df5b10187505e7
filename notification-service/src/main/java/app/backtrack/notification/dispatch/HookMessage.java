package app.backtrack.notification.dispatch;

import app.backtrack.notification.webhook.EndpointId;
import app.backtrack.notification.webhook.HookType;
import java.time.Instant;

/**
 * One message for one endpoint.
 *
 * @param endpoint who gets it
 * @param id its {@code webhook-id}, the same however often it is sent
 * @param type what it tells
 * @param raisedAt when what it tells was recorded, UTC, whole milliseconds
 * @param body as it is sent, byte for byte the same each time
 * @param progress how far it has come
 * @param revision counts the steps; a step is written on the revision that it was decided on, and on no other
 */
public record HookMessage(
        EndpointId endpoint,
        String id,
        HookType type,
        Instant raisedAt,
        String body,
        HookProgress progress,
        int revision) {

    /** The id of the message's document. */
    String key() {
        return endpoint.key() + "/" + id;
    }

    /** The place among the endpoint's messages: by time, and those of one millisecond by id. */
    String position() {
        return "%015d/%s".formatted(raisedAt.toEpochMilli(), id);
    }
}
