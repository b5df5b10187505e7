package app.backtrack.notification.inbox;

import app.backtrack.events.NotificationChannel;
import app.backtrack.notification.delivery.Delivery;
import app.backtrack.notification.delivery.DeliveryState;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What became of telling somebody of an entry by one channel. The address is not shown here.
 *
 * @param recipient whom it is for
 * @param channel how
 * @param state how far it has come
 * @param attempts how often it was tried, from 0
 * @param cause why it is not sent, or not yet; null where nothing is in the way
 * @param settledAt when it reached its end, UTC; null while it has none
 * @param messageId names the message in which it goes, alone or with others: the {@code Message-ID} of a mail
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Delivery")
record DeliveryAnswer(
        @Schema(examples = "thea.harbour") String recipient,

        @Schema(
                type = SchemaType.STRING,
                enumeration = {"email", "web-push"})
        NotificationChannel channel,

        @Schema(
                type = SchemaType.STRING,
                enumeration = {"waiting", "claimed", "sent", "failed", "expired", "dropped"})
        DeliveryState state,

        int attempts,

        @Schema(examples = "server-away") @Nullable String cause,

        @Nullable Instant settledAt,
        String messageId) {

    static DeliveryAnswer of(Delivery delivery) {
        return new DeliveryAnswer(
                delivery.id().reach().recipient().name(),
                delivery.id().reach().channel(),
                delivery.progress().state(),
                delivery.progress().attempts(),
                delivery.progress().cause(),
                delivery.progress().settledAt(),
                delivery.sentAs());
    }
}
