package app.backtrack.program.clinician;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A clinician as the clinic knows them. */
@Schema(name = "Clinician")
record ClinicianAnswer(
        @Schema(description = "The token's subject.", examples = "thea.harbour")
        String clinicianId,

        @Schema(description = "If the clinic has given one.") @Nullable
        String name,

        @Schema(description = "How many enrolled patients they are a therapist of.")
        int patients) {

    /** One page of a clinic's clinicians, in the order of their ids. */
    @Schema(name = "Clinicians")
    record Listing(List<ClinicianAnswer> clinicians) {}
}
