package app.backtrack.notification.report;

import app.backtrack.events.NotificationChannel;
import app.backtrack.notification.delivery.Delivery;
import app.backtrack.notification.delivery.DeliveryPlanner;
import app.backtrack.notification.delivery.DeliveryState;
import app.backtrack.notification.delivery.Progress;
import app.backtrack.notification.dispatch.HookMessage;
import app.backtrack.notification.dispatch.HookProgress;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What was sent, without addresses and without what it was about.
 *
 * @param deliveries newest first
 */
@Schema(name = "Deliveries")
record DeliveryReport(List<Row> deliveries) {

    /**
     * What one recipient was told by one channel, or one webhook message.
     *
     * @param channel how it is sent
     * @param about the inbox entry that it tells of, a name of the due thing of a reminder, or the {@code webhook-id}
     * @param recipient the clinician, the patient's pseudonym, or the endpoint
     * @param state where it stands
     * @param attempts how often it was tried; of a message, since its last replay
     * @param cause why it is not sent, or not yet, a constant word; missing where nothing is in the way
     * @param postedAt 48 hours before it ceases to be news, UTC
     * @param nextAttemptAt when it is looked at again, UTC; missing where it is over
     */
    @Schema(name = "Delivery")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Row(
            @Schema(
                    type = SchemaType.STRING,
                    enumeration = {"email", "web-push", "webhook"})
            NotificationChannel channel,

            @Schema(examples = "5f2c0b8f6f1d4d5c9a3b7e8f90a1b2c3")
            String about,

            @Schema(examples = "thea") String recipient,
            DeliveryState state,
            int attempts,
            @Schema(examples = "deferred-451") @Nullable String cause,
            Instant postedAt,
            @Nullable Instant nextAttemptAt) {

        /** For as long as any channel's content is news. */
        static final Duration NEWS = DeliveryPlanner.NEWS;

        static Row of(Delivery delivery) {
            Progress progress = delivery.progress();
            return new Row(
                    delivery.id().reach().channel(),
                    delivery.id().about(),
                    delivery.id().reach().recipient().name(),
                    progress.state(),
                    progress.attempts(),
                    progress.cause(),
                    delivery.expiresAt().minus(NEWS),
                    progress.settledAt() == null ? progress.dueAt() : null);
        }

        static Row of(HookMessage message) {
            HookProgress progress = message.progress();
            return new Row(
                    NotificationChannel.WEBHOOK,
                    message.id(),
                    message.endpoint().value().toString(),
                    progress.state(),
                    progress.attempts(),
                    progress.cause(),
                    progress.expiresAt().minus(NEWS),
                    progress.over() ? null : progress.dueAt());
        }
    }
}
