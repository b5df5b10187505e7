package app.backtrack.program.prescription;

import app.backtrack.events.PatientRef;
import app.backtrack.program.patient.PatientStore;
import app.backtrack.runtime.http.Caller;
import app.backtrack.runtime.http.Refusal;
import jakarta.inject.Singleton;

/** Finds the programs that a caller may read. */
@Singleton
class ProgramReader {
    private final ProgramStore programs;
    private final PatientStore patients;
    private final Caller caller;

    ProgramReader(ProgramStore programs, PatientStore patients, Caller caller) {
        this.programs = programs;
        this.patients = patients;
        this.caller = caller;
    }

    /**
     * Everything that was decided about a program.
     *
     * @throws Refusal 404 if the caller's clinic has no such patient, or the patient no such program
     */
    ProgramFile file(String patientId, String programId) {
        return file(patient(patientId), programId);
    }

    /**
     * Everything that was decided about a program of a patient who was found.
     *
     * @throws Refusal 404 if the patient has no such program
     */
    ProgramFile file(PatientRef patient, String programId) {
        return programs.find(patient, Answers.programId(programId))
                .orElseThrow(() -> Answers.refusal(Rejection.NOT_PRESCRIBED));
    }

    /**
     * A patient.
     *
     * @throws Refusal 404 if the caller's clinic has none of this id
     */
    PatientRef patient(String patientId) {
        PatientRef patient = caller.patient(patientId);
        if (!patients.isKnown(patient)) {
            throw Refusal.unknownPatient();
        }
        return patient;
    }
}
