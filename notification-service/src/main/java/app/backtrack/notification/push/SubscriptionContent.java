package app.backtrack.notification.push;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A subscription in just the form that a browser gives it ({@code JSON.stringify(subscription)}, W3C Push API).
 *
 * @param endpoint where the push service takes messages: https, with a full host name
 * @param expirationTime when it ends by itself, milliseconds since 1970; taken and not needed, since the push service
 *     says so when it has ended
 * @param keys the browser's keys
 */
@Schema(name = "PushSubscriptionContent")
record SubscriptionContent(
        @NotNull @Schema(required = true, format = "uri", examples = "https://push.example/v1/wS2nL0mq")
        String endpoint,

        @Nullable Long expirationTime,

        @NotNull @Valid @Schema(required = true) Keys keys) {

    /**
     * What to encrypt with.
     *
     * @param p256dh public key, 65 bytes as base64url
     * @param auth shared secret, 16 bytes as base64url
     */
    @Schema(name = "PushSubscriptionKeys")
    record Keys(
            @NotNull
            @Size(max = 100)
            @Schema(
                    required = true,
                    examples =
                            "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4")
            String p256dh,

            @NotNull @Size(max = 30) @Schema(required = true, examples = "BTBZMqHH6r4Tts7J_aSIgg")
            String auth) {

        @Override
        public String toString() {
            return "Keys[]";
        }
    }

    @Override
    public String toString() {
        return "SubscriptionContent[]";
    }
}
