package app.backtrack.program.patient;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The body of a request to have other therapists look after a patient. */
@Schema(name = "Therapists")
record TherapistsRequest(
        @Schema(description = "All of them from now on; may be empty.", examples = "[\"thea.harbour\"]")
        @NotNull
        @Size(max = 20)
        List<@NotNull @Pattern(regexp = CareRequest.CLINICIAN, message = CareRequest.CLINICIAN_MESSAGE) String>
                therapists) {}
