package app.backtrack.program.patient;

import app.backtrack.program.FreeText;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of a request to note a consent. */
@Schema(name = "ConsentRequest")
record ConsentRequest(
        @Schema(description = "Whether the patient agrees from now on, or no longer.", examples = "true") @NotNull
        Boolean given,

        @Schema(
                description = "The clinic's name for the text that the patient agreed to.",
                examples = "Consent form 2026-03, signed on paper")
        @Size(max = 100)
        @Pattern(regexp = FreeText.REGEXP, message = FreeText.MESSAGE)
        @Nullable
        String wording) {}
