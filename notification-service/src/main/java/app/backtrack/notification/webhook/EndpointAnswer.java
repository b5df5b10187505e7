package app.backtrack.notification.webhook;

import app.backtrack.notification.webhook.Endpoint.Disabled;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint as the API shows it, without its secrets.
 *
 * @param id the endpoint
 * @param url where it is called
 * @param types what for
 * @param status whether it is called
 * @param disabledBecause why it is not; missing while it is
 * @param disabledAt since when it is not, UTC; missing while it is
 * @param previousSecretUntil until when the secret before the current one signs as well, UTC; missing where none does
 * @param version counts the changes; also the ETag
 */
@Schema(name = "WebhookEndpoint")
@JsonInclude(JsonInclude.Include.NON_NULL)
record EndpointAnswer(
        @Schema(examples = "0193a1b0-7c1d-7b5e-9a54-0f2b7a6c1d2e")
        String id,

        @Schema(examples = "https://hooks.harbour-physio.example/backtrack")
        String url,

        Set<HookType> types,

        @Schema(enumeration = {"enabled", "disabled"}) String status,

        Endpoint.@Nullable Reason disabledBecause,
        @Nullable Instant disabledAt,
        @Nullable Instant previousSecretUntil,
        int version) {

    static EndpointAnswer of(Endpoint endpoint, Instant now) {
        Disabled disabled = endpoint.disabled();
        Instant until = endpoint.secrets().previousUntil();
        return new EndpointAnswer(
                endpoint.id().value().toString(),
                endpoint.url().toString(),
                endpoint.types().keySet(),
                disabled == null ? "enabled" : "disabled",
                disabled == null ? null : disabled.reason(),
                disabled == null ? null : disabled.at(),
                until != null && now.isBefore(until) ? until : null,
                endpoint.version());
    }

    /**
     * Every endpoint of a clinic.
     *
     * @param endpoints by id
     */
    @Schema(name = "WebhookEndpoints")
    record Listing(List<EndpointAnswer> endpoints) {}

    /**
     * An endpoint with a secret that was made just now. It is shown this once.
     *
     * @param endpoint the endpoint as it is now
     * @param secret what to verify signatures with
     */
    @Schema(name = "WebhookEndpointWithSecret")
    record WithSecret(
            EndpointAnswer endpoint,

            @Schema(examples = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
            String secret) {

        @Override
        public String toString() {
            return "WithSecret[]";
        }
    }
}
