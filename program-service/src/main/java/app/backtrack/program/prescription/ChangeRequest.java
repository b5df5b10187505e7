package app.backtrack.program.prescription;

import app.backtrack.program.FreeText;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of a request to pause, resume, complete or stop a program; all of it may be left out. */
@Schema(name = "Change")
record ChangeRequest(
        @Schema(
                description = "The patient's local date from which it holds; today if not given. Not before the start.",
                examples = "2026-11-20")
        @Nullable
        LocalDate effectiveFrom,

        @Schema(description = "Why, for the history.", examples = "Away for two weeks")
        @Size(max = 500)
        @Pattern(regexp = FreeText.REGEXP, message = FreeText.MESSAGE)
        @Nullable
        String reason) {}
