package app.backtrack.program.patient;

import app.backtrack.events.PatientEvent.Goal;
import app.backtrack.events.PatientId;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a patient wants to reach, and what the pain limits. */
@Schema(name = "Goals")
record GoalsAnswer(
        @Schema(implementation = java.util.UUID.class) PatientId patientId,

        @Schema(description = "Number of the patient's current version.")
        int version,

        List<Goal> goals,

        @Schema(description = "To be rated on the Patient-Specific Functional Scale.")
        List<Goal> activities) {

    static GoalsAnswer of(Patient patient) {
        Care care = patient.care();
        return new GoalsAnswer(patient.ref().patient(), care.version(), care.goals(), care.activities());
    }
}
