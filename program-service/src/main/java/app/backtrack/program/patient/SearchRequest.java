package app.backtrack.program.patient;

import app.backtrack.program.FreeText;
import app.backtrack.program.identity.NameRules;
import app.backtrack.program.identity.OwnIdentifier;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Which patients to look for. It is a body, since names and the clinic's own numbers have no place in URLs, which are
 * logged on their way.
 */
@Schema(name = "PatientSearch")
record SearchRequest(
        @Schema(
                description =
                        "What one of the words of the name begins with, and goes on with; case and accents do not "
                                + "count.",
                examples = "must")
        @Size(max = 200)
        @Pattern(regexp = FreeText.REGEXP, message = FreeText.MESSAGE)
        @Nullable
        String name,

        @Schema(description = "One of the clinic's own identifiers, whole.") @Valid @Nullable
        OwnIdentifier identifier,

        @Nullable CareStatus status,

        @Schema(description = "A therapist's id.", examples = "thea.harbour")
        @Pattern(regexp = CareRequest.CLINICIAN, message = CareRequest.CLINICIAN_MESSAGE)
        @Nullable
        String therapist,

        @Schema(description = "How many at most; 50 if not given.") @Min(1) @Max(200) @Nullable
        Integer limit,

        @Schema(description = "From the page before.") @Size(max = 100) @Nullable
        String cursor) {

    PatientFilter filter() {
        return new PatientFilter(status, therapist, name == null ? null : NameRules.normalised(name), identifier);
    }
}
