package app.backtrack.program.patient;

import app.backtrack.events.PatientId;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A patient as the clinic sees them. */
@Schema(name = "Patient")
record PatientAnswer(
        @Schema(implementation = java.util.UUID.class) PatientId patientId,
        String zone,
        @Nullable String ownIdentifier,
        @Nullable String name,
        List<String> therapists,

        @Schema(description = "The patient's local date of the enrolment.")
        LocalDate enrolledOn) {

    static PatientAnswer of(Patient patient) {
        return new PatientAnswer(
                patient.ref().patient(),
                patient.enrolment().zone(),
                patient.identity().ownIdentifier(),
                patient.identity().name(),
                patient.enrolment().therapists(),
                patient.enrolment().enrolledOn());
    }

    /** One page of a clinic's patients, in the order of their ids. */
    @Schema(name = "Patients")
    record Listing(List<PatientAnswer> patients) {}
}
