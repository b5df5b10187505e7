package app.backtrack.notification.triage;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The body of a request to hand an alert to somebody. */
@Schema(name = "Assignment")
record AssignRequest(
        @Schema(required = true, description = "The subject of the clinician's token.", examples = "thea.harbour")
        @NotNull
        @Pattern(
                regexp = "[A-Za-z0-9._-]{1,64}",
                message = "must be 1 to 64 letters, digits, dots, underscores, hyphens")
        String clinician) {}
