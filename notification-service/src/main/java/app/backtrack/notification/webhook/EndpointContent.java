package app.backtrack.notification.webhook;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Where a clinic's software wants to be called, and what for.
 *
 * @param url https, with a full host name that leads to public addresses only
 * @param types at least one; {@code webhook.test} goes to every endpoint and cannot be chosen
 */
@Schema(name = "WebhookEndpointContent")
record EndpointContent(
        @NotNull @Schema(required = true, format = "uri", examples = "https://hooks.harbour-physio.example/backtrack")
        String url,

        @NotNull
        @NotEmpty
        @Size(max = 10)
        @Schema(required = true, examples = "[\"alert.raised\", \"alert.withdrawn\"]")
        List<@NotNull HookType> types) {}
