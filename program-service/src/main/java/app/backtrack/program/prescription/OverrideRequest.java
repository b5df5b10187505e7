package app.backtrack.program.prescription;

import app.backtrack.program.FreeText;
import app.backtrack.program.entry.CatalogEntry;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Sets a blocking caution aside for this patient, as a request says it; it becomes an event of its own. */
@Schema(name = "CautionOverride")
record OverrideRequest(
        @Schema(description = "Id of an exercise in the plan.", examples = "our-hip-hinge")
        @NotNull
        @Pattern(regexp = CatalogEntry.ID_REGEXP)
        String exercise,

        @Schema(description = "Id of the caution that blocks it.", examples = "acute-injury")
        @NotNull
        @Pattern(regexp = CatalogEntry.ID_REGEXP)
        String caution,

        @Schema(description = "Why it is prescribed all the same.", examples = "Healed, seen on 20 November")
        @NotNull
        @Size(max = 500)
        @Pattern(regexp = FreeText.REGEXP, message = FreeText.MESSAGE)
        String because) {

    CautionOverride override() {
        return new CautionOverride(exercise, caution, because);
    }
}
