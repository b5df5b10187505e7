package app.backtrack.notification.dispatch;

import app.backtrack.notification.delivery.DeliveryState;
import app.backtrack.notification.webhook.HookType;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A message as the API shows it.
 *
 * @param id its {@code webhook-id}
 * @param type what it tells
 * @param raisedAt when what it tells was recorded, UTC
 * @param state where it stands
 * @param cause why it was not taken; missing where nothing went wrong
 * @param nextAttemptAt when it is tried next, UTC; missing where it is not
 * @param attempts each attempt that has ended, oldest first
 */
@Schema(name = "WebhookMessage")
@JsonInclude(JsonInclude.Include.NON_NULL)
record MessageAnswer(
        @Schema(examples = "msg_5f2c0b8f6f1d4d5c9a3b7e8f90a1b2c3")
        String id,

        HookType type,
        Instant raisedAt,
        DeliveryState state,
        @Schema(examples = "http-500") @Nullable String cause,
        @Nullable Instant nextAttemptAt,
        List<AttemptAnswer> attempts) {

    static MessageAnswer of(HookMessage message) {
        HookProgress progress = message.progress();
        return new MessageAnswer(
                message.id(),
                message.type(),
                message.raisedAt(),
                progress.state(),
                progress.cause(),
                progress.over() ? null : progress.dueAt(),
                progress.log().stream().map(AttemptAnswer::of).toList());
    }

    /**
     * One attempt.
     *
     * @param at when it began, UTC
     * @param status the receiver's HTTP status; missing where none came
     * @param millis how long it took; missing where that is not known
     * @param error why it was no success; missing where it was one
     */
    @Schema(name = "WebhookAttempt")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AttemptAnswer(
            Instant at,
            @Nullable Integer status,
            @Nullable Long millis,
            @Nullable String error) {

        static AttemptAnswer of(HookProgress.Attempt attempt) {
            return new AttemptAnswer(attempt.at(), attempt.status(), attempt.millis(), attempt.error());
        }
    }

    /**
     * One page of an endpoint's messages.
     *
     * @param messages newest first
     */
    @Schema(name = "WebhookMessages")
    record Listing(List<MessageAnswer> messages) {}

    /**
     * What a replay did.
     *
     * @param replayed how many messages are sent again
     * @param more whether there are others in the range: ask again for them
     */
    @Schema(name = "WebhookReplayed")
    record Replayed(int replayed, boolean more) {}
}
