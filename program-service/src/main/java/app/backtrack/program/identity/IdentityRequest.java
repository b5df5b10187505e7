package app.backtrack.program.identity;

import app.backtrack.program.FreeText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who a patient is, whole: what is left out is forgotten. */
@Schema(name = "IdentityChange")
public record IdentityRequest(
        @Schema(
                description = "For the clinic's people to read; in no event and no other service.",
                examples = "Ada Muster")
        @Size(max = 200)
        @Pattern(regexp = FreeText.REGEXP, message = FreeText.MESSAGE)
        @Nullable
        String name,

        @Schema(description = "Tells patients of one name apart.", examples = "1970") @Min(1900) @Max(2100) @Nullable
        Integer birthYear,

        @Schema(description = "How the clinic's own systems name the patient; one for each system.")
        @Size(max = 10)
        @Nullable
        List<@NotNull @Valid OwnIdentifier> identifiers) {

    /** What the request says. */
    public PatientIdentity identity() {
        return new PatientIdentity(name, birthYear, identifiers == null ? List.of() : identifiers);
    }
}
