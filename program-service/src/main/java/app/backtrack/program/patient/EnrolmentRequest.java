package app.backtrack.program.patient;

import app.backtrack.program.FreeText;
import app.backtrack.program.identity.IdentityRequest;
import app.backtrack.program.identity.OwnIdentifier;
import app.backtrack.program.identity.PatientIdentity;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of a request to enrol a patient for the first time: who they are, and who looks after them. */
@Schema(name = "Enrolment")
record EnrolmentRequest(
        @Schema(
                description = "IANA time zone of the patient's home; decides which day it is there.",
                examples = "Europe/Berlin")
        @NotNull
        @Size(max = 64)
        String zone,

        @Schema(description = "Clinicians who look after the patient; may be empty.", examples = "[\"thea.harbour\"]")
        @NotNull
        @Size(max = 20)
        List<@NotNull @Pattern(regexp = CareRequest.CLINICIAN, message = CareRequest.CLINICIAN_MESSAGE) String>
                therapists,

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

    CareRequest care() {
        return new CareRequest(zone, therapists);
    }

    PatientIdentity identity() {
        return new IdentityRequest(name, birthYear, identifiers).identity();
    }
}
