package app.backtrack.program.prescription;

import app.backtrack.program.FreeText;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of a request to prescribe a program. */
@Schema(name = "Prescription")
record PrescriptionRequest(
        @Schema(description = "Id of the template to begin with.", examples = "lower-back-starter")
        @NotNull
        @Size(max = 64)
        String template,

        @Schema(
                description = "The patient's local date of program day 1: at most two years back, at most one ahead.",
                examples = "2026-09-01")
        @NotNull
        LocalDate startsOn,

        @Schema(description = "Why, for the history.", examples = "Pain for three months, desk work")
        @Size(max = 500)
        @Pattern(regexp = FreeText.REGEXP, message = FreeText.MESSAGE)
        @Nullable
        String reason) {}
