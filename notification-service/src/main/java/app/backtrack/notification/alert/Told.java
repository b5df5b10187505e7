package app.backtrack.notification.alert;

import app.backtrack.events.AlertEvent.NotificationFailed;
import app.backtrack.events.AlertEvent.NotificationSent;
import app.backtrack.events.NotificationChannel;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who was told of an alert, or could not be.
 *
 * @param notification names what was sent
 * @param insight which alert, by its insight's id within the patient
 * @param channel how
 * @param recipient who
 * @param at when it was sent or given up, UTC
 * @param failed why it was given up; null where it was sent
 */
public record Told(
        UUID notification,
        String insight,
        NotificationChannel channel,
        String recipient,
        Instant at,
        @Nullable String failed) {

    /** Who was told. */
    public static Told of(NotificationSent sent, Instant at) {
        return new Told(sent.notification(), sent.insight(), sent.channel(), sent.recipient(), at, null);
    }

    /** Who could not be told. */
    public static Told of(NotificationFailed failed, Instant at) {
        return new Told(
                failed.notification(), failed.insight(), failed.channel(), failed.recipient(), at, failed.why());
    }
}
