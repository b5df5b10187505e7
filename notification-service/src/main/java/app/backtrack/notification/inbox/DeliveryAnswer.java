package app.backtrack.notification.inbox;

import app.backtrack.notification.ClinicianId;
import app.backtrack.notification.delivery.Delivery;
import app.backtrack.notification.delivery.DeliveryState;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What became of one mail about an entry. The address is not shown here.
 *
 * @param recipient whom it is for
 * @param state how far it has come
 * @param attempts how often it was tried, from 0
 * @param cause why it is not sent; null where nothing went wrong
 * @param settledAt when it reached its end, UTC; null while it has none
 * @param messageId its {@code Message-ID}, to find it in a mail server's log
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Delivery")
record DeliveryAnswer(
        @Schema(type = SchemaType.STRING, examples = "thea.harbour")
        ClinicianId recipient,

        @Schema(
                type = SchemaType.STRING,
                enumeration = {"waiting", "claimed", "sent", "failed", "expired", "dropped"})
        DeliveryState state,

        int attempts,

        @Schema(examples = "mail-server-away") @Nullable String cause,

        @Nullable Instant settledAt,
        String messageId) {

    static DeliveryAnswer of(Delivery delivery) {
        return new DeliveryAnswer(
                delivery.id().recipient(),
                delivery.progress().state(),
                delivery.progress().attempts(),
                delivery.progress().cause(),
                delivery.progress().settledAt(),
                delivery.messageId());
    }
}
