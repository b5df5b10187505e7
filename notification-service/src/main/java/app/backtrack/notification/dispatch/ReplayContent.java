package app.backtrack.notification.dispatch;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Which messages are to be sent again.
 *
 * @param from what was recorded then or later, UTC
 * @param to what was recorded before, UTC
 */
@Schema(name = "WebhookReplay")
record ReplayContent(
        @NotNull @Schema(required = true, examples = "2026-11-20T08:00:00Z")
        Instant from,

        @NotNull @Schema(required = true, examples = "2026-11-21T08:00:00Z")
        Instant to) {}
