package app.backtrack.program.clinician;

import app.backtrack.program.FreeText;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a clinician is called. */
@Schema(name = "ClinicianName")
record ClinicianName(
        @Schema(
                description = "For people to read; in no event and no other service.",
                examples = "Thea Harbour, physiotherapist")
        @NotNull
        @Size(max = 200)
        @Pattern(regexp = FreeText.REGEXP, message = FreeText.MESSAGE)
        String name) {}
