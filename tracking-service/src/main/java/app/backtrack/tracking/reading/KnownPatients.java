package app.backtrack.tracking.reading;

import app.backtrack.events.PatientRef;
import app.backtrack.runtime.http.Caller;
import app.backtrack.runtime.http.Refusal;
import app.backtrack.tracking.enrolment.Enrolments;
import jakarta.inject.Singleton;

/** Finds the patient that a path names, for a caller who may see them. */
@Singleton
public class KnownPatients {
    private final Caller caller;
    private final Enrolments enrolments;

    KnownPatients(Caller caller, Enrolments enrolments) {
        this.caller = caller;
        this.enrolments = enrolments;
    }

    /**
     * The patient; waits up to a second for an enrolment that is on its way.
     *
     * @throws Refusal 404 for a patient who is not enrolled in the caller's clinic
     */
    public PatientRef required(String patientId) {
        PatientRef patient = caller.patient(patientId);
        if (enrolments.earliest(patient).join().isEmpty()) {
            throw Refusal.unknownPatient();
        }
        return patient;
    }
}
