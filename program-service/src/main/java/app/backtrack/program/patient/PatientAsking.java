package app.backtrack.program.patient;

import app.backtrack.events.PatientId;
import app.backtrack.events.PatientRef;
import app.backtrack.program.clinician.Clinicians;
import app.backtrack.program.patient.PatientAnswer.Warning;
import app.backtrack.program.patient.PatientRegister.Request;
import app.backtrack.runtime.http.Caller;
import app.backtrack.runtime.http.Problem.Flaw;
import app.backtrack.runtime.http.Refusal;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Reads, once for each request, who asks about which patient, and when. */
@Singleton
class PatientAsking {
    private final Caller caller;
    private final Clinicians clinicians;
    private final Clock clock;

    PatientAsking(Caller caller, Clinicians clinicians, Clock clock) {
        this.caller = caller;
        this.clinicians = clinicians;
        this.clock = clock;
    }

    /** The clock's reading, whole milliseconds. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /**
     * Reads a request about a patient.
     *
     * @throws Refusal 404 if this caller may know of no such patient
     */
    Request read(String patientId) {
        return new Request(caller.patient(patientId), caller.actor(), now());
    }

    /**
     * Reads a request that may be the first about a patient.
     *
     * @throws Refusal 422 if the id is no UUID
     */
    Request readNew(String patientId) {
        try {
            return new Request(new PatientRef(caller.clinic(), PatientId.of(patientId)), caller.actor(), now());
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid(Flaw.ofParameter("patientId", "must be a UUID"));
        }
    }

    /** A warning for each of these therapists, as they were sent, whom the clinic never had before. */
    List<Warning> warnings(PatientRef patient, List<String> therapists) {
        return clinicians.unknown(patient, CareRequest.sorted(therapists)).stream()
                .map(id -> Warning.unknownClinician(therapists.indexOf(id)))
                .toList();
    }
}
