package app.backtrack.notification.report;

import app.backtrack.notification.delivery.Delivery;
import app.backtrack.notification.delivery.DeliveryState;
import app.backtrack.notification.delivery.MailPlanner;
import app.backtrack.notification.delivery.Progress;
import app.backtrack.notification.dispatch.HookMessage;
import app.backtrack.notification.dispatch.HookProgress;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
     * One mail or one webhook message.
     *
     * @param channel how it is sent
     * @param about the inbox entry of a mail, or the {@code webhook-id} of a message
     * @param recipient the clinician of a mail, or the endpoint of a message
     * @param state where it stands
     * @param attempts how often it was tried; of a message, since its last replay
     * @param cause why it was not taken, a constant word; missing where nothing went wrong
     * @param postedAt from when on it was to be sent, UTC
     * @param nextAttemptAt when it is looked at again, UTC; missing where it is over
     */
    @Schema(name = "Delivery")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Row(
            Channel channel,

            @Schema(examples = "5f2c0b8f6f1d4d5c9a3b7e8f90a1b2c3")
            String about,

            @Schema(examples = "thea") String recipient,
            DeliveryState state,
            int attempts,
            @Schema(examples = "deferred-451") @Nullable String cause,
            Instant postedAt,
            @Nullable Instant nextAttemptAt) {

        /** For as long as any channel's content is news. */
        static final Duration NEWS = MailPlanner.NEWS;

        static Row of(Delivery mail) {
            Progress progress = mail.progress();
            return new Row(
                    Channel.MAIL,
                    mail.id().entry().value(),
                    mail.id().recipient().value(),
                    progress.state(),
                    progress.attempts(),
                    progress.cause(),
                    mail.expiresAt().minus(NEWS),
                    progress.settledAt() == null ? progress.dueAt() : null);
        }

        static Row of(HookMessage message) {
            HookProgress progress = message.progress();
            return new Row(
                    Channel.WEBHOOK,
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
