package app.backtrack.program.patient;

import app.backtrack.program.FreeText;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of a request to discharge a patient; all of it may be left out. */
@Schema(name = "Discharge")
record DischargeRequest(
        @Schema(description = "Why, for the history.", examples = "Goals reached")
        @Size(max = 500)
        @Pattern(regexp = FreeText.REGEXP, message = FreeText.MESSAGE)
        @Nullable
        String reason) {}
