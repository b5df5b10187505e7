package app.backtrack.notification.triage;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The body of a request to put an alert off. */
@Schema(name = "Snooze")
record SnoozeRequest(
        @Schema(
                required = true,
                description = "When it comes back, UTC; at most 30 days ahead.",
                examples = "2026-11-23T08:00:00Z")
        @NotNull
        Instant until) {}
