package app.backtrack.notification.told;

import app.backtrack.events.Actor;
import app.backtrack.events.AlertEvent;
import app.backtrack.events.AlertEvent.NotificationFailed;
import app.backtrack.events.AlertEvent.NotificationSent;
import app.backtrack.events.EventEnvelope;
import app.backtrack.events.Role;
import app.backtrack.notification.Recipient;
import app.backtrack.notification.delivery.Delivery;
import app.backtrack.notification.delivery.Matter.AlertRef;
import app.backtrack.notification.delivery.Progress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Words the event that follows from a delivery's end. The same delivery has the same event, however often it is asked.
 */
final class ToldRules {
    private static final Actor US = new Actor(Role.BACKTRACK, "notification-service");
    private static final String PATIENT = "patient";

    private ToldRules() {}

    /**
     * The event; empty where the delivery has not come to its end, is about no alert, or was not wanted any more: who
     * was not to be told is not one who could not be.
     */
    static Optional<EventEnvelope<AlertEvent>> event(Delivery delivery) {
        AlertRef alert = delivery.matter().alert();
        Instant at = delivery.progress().settledAt();
        if (alert == null || at == null) {
            return Optional.empty();
        }
        UUID name = UUID.nameUUIDFromBytes(delivery.id().key().getBytes(StandardCharsets.UTF_8));
        return event(delivery, name, alert.insightId())
                .map(event -> new EventEnvelope<>("notification/" + name, alert.patient(), at, US, null, null, event));
    }

    private static Optional<AlertEvent> event(Delivery delivery, UUID name, String insight) {
        Progress progress = delivery.progress();
        return switch (progress.state()) {
            case WAITING, CLAIMED -> Optional.empty();
            case SENT ->
                Optional.of(new NotificationSent(
                        name,
                        insight,
                        delivery.id().reach().channel(),
                        recipient(delivery),
                        Math.max(1, progress.attempts())));
            case FAILED, EXPIRED, DROPPED ->
                Optional.ofNullable(why(progress))
                        .map(why -> new NotificationFailed(
                                name, insight, delivery.id().reach().channel(), recipient(delivery), why));
        };
    }

    private static @Nullable String why(Progress progress) {
        String cause = progress.cause();
        return switch (progress.state()) {
            case EXPIRED -> "expired";
            case FAILED -> cause != null && cause.startsWith("refused") ? "refused" : "unreachable";
            case DROPPED -> "no-address".equals(cause) ? "no-address" : null;
            case WAITING, CLAIMED, SENT -> null;
        };
    }

    private static String recipient(Delivery delivery) {
        return switch (delivery.id().reach().recipient()) {
            case Recipient.Clinician(var id) -> id.value();
            case Recipient.Patient patient -> PATIENT;
        };
    }
}
