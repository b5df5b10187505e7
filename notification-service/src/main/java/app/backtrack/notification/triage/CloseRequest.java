package app.backtrack.notification.triage;

import app.backtrack.events.AlertOutcome;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of a request to close an alert. */
@Schema(name = "Closing")
record CloseRequest(
        @Schema(
                type = SchemaType.STRING,
                required = true,
                description = "What came of it; the last two count as dismissed.",
                enumeration = {
                    "contacted-patient",
                    "changed-program",
                    "referred",
                    "watching",
                    "already-known",
                    "not-relevant"
                },
                examples = "contacted-patient")
        @NotNull
        AlertOutcome outcome,

        @Schema(description = "In the clinician's words.", examples = "Called; more rest days this week")
        @Size(max = 1000)
        @Pattern(
                regexp = "[^\\p{Cc}\\p{Cs}]*[^\\p{Cc}\\p{Cs}\\s][^\\p{Cc}\\p{Cs}]*",
                message = "must not be blank or hold control characters")
        @Nullable
        String note) {

    @Override
    public String toString() {
        return "CloseRequest[]";
    }
}
