package app.backtrack.program.prescription;

import app.backtrack.events.PatientRef;
import app.backtrack.program.patient.PatientStore;
import app.backtrack.program.prescription.ProgramRegister.Request;
import app.backtrack.runtime.http.Caller;
import app.backtrack.runtime.http.Refusal;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Reads, once for each request, who asks, for which patient, and what day it is at the patient's home. */
@Singleton
class Asking {
    private final Caller caller;
    private final PatientStore patients;
    private final Clock clock;

    Asking(Caller caller, PatientStore patients, Clock clock) {
        this.caller = caller;
        this.patients = patients;
        this.clock = clock;
    }

    /**
     * Reads a request to change something.
     *
     * @throws Refusal 404 if the caller's clinic has no such patient
     */
    Asked read(String patientId) {
        PatientRef patient = caller.patient(patientId);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        LocalDate today = patients.today(patient, now).orElseThrow(Refusal::unknownPatient);
        return new Asked(new Request(patient, caller.actor(), now, null), today);
    }

    /**
     * Reads a request to begin something new.
     *
     * @throws Refusal 404 if the caller's clinic has no such patient, 409 if it discharged them
     */
    Asked readEnrolled(String patientId) {
        Asked asked = read(patientId);
        if (!patients.isEnrolled(asked.request().patient())) {
            throw Refusal.conflict(
                    "patient-discharged", "The patient is discharged", "Enrol the patient again first: POST …/enrol.");
        }
        return asked;
    }

    /**
     * What was read.
     *
     * @param today the patient's local date
     */
    record Asked(Request request, LocalDate today) {}
}
