package app.backtrack.program.patient;

import app.backtrack.events.Actor;
import app.backtrack.events.EventEnvelope;
import app.backtrack.events.PatientEvent;
import app.backtrack.events.PatientEvent.PatientEnrolled;
import app.backtrack.events.PatientRef;
import app.backtrack.program.identity.PatientIdentity;
import app.backtrack.program.patient.PatientDecision.Accepted;
import app.backtrack.program.patient.PatientDecision.Rejected;
import app.backtrack.program.patient.PatientDecision.Unchanged;
import app.backtrack.program.stream.Relay;
import app.backtrack.runtime.access.AccessNotes;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/** Has commands decided against the stored patients, appends what follows, and sees it into the log. */
@Singleton
final class PatientRegister {
    private final PatientStore patients;
    private final Relay relay;
    private final AccessNotes notes;

    PatientRegister(PatientStore patients, Relay relay, AccessNotes notes) {
        this.patients = patients;
        this.relay = relay;
        this.notes = notes;
    }

    /** Enrols a patient; the same again changes nothing, and brings to the log what an outage held back. */
    Enrolment enrol(PatientEnrolled enrolled, PatientIdentity identity, Request request) {
        if (patients.enrol(request.envelope(enrolled), PatientDecider.enrolled(enrolled), identity)) {
            seeIntoLog(request.patient());
            return new Enrolment.New(found(request.patient()));
        }
        Optional<PatientFile> before = patients.file(request.patient());
        if (before.isEmpty()) {
            return new Enrolment.IdentifierTaken();
        }
        Patient patient = found(request.patient());
        if (patient.care().status() == CareStatus.DISCHARGED) {
            return new Enrolment.Discharged();
        }
        if (!patient.identity().content().equals(identity)
                || !sameCare(before.get().enrolment(), enrolled)) {
            return new Enrolment.Differs();
        }
        seeIntoLog(request.patient());
        return new Enrolment.Same(patient);
    }

    /** Changes the care of a patient whom the caller saw at version {@code expected}. */
    Change change(int expected, PatientCommand command, Request request) {
        Optional<PatientFile> found = patients.file(request.patient());
        if (found.isEmpty()) {
            return new Change.Unknown();
        }
        PatientFile file = found.get();
        if (file.version() != expected) {
            return new Change.Stale(file.version());
        }
        Care care = file.care();
        return switch (PatientDecider.decide(command, care)) {
            case Rejected rejected -> new Change.Refused(rejected.rejection());
            case Unchanged unchanged -> {
                // No event says that this was seen.
                notes.shows(request.patient());
                yield new Change.Done(found(request.patient()));
            }
            case Accepted accepted -> append(care, accepted.event(), request);
        };
    }

    private Change append(Care care, PatientEvent event, Request request) {
        if (!patients.append(care.version(), request.envelope(event), PatientDecider.evolve(care, event))) {
            return new Change.Stale(found(request.patient()).care().version());
        }
        seeIntoLog(request.patient());
        return new Change.Done(found(request.patient()));
    }

    private Patient found(PatientRef patient) {
        return patients.find(patient).orElseThrow(() -> new IllegalStateException("a patient has gone"));
    }

    private void seeIntoLog(PatientRef patient) {
        relay.publish(patients.streams(), patient.key());
    }

    /** Whether both ask for the same care; the day on which they came does not count. */
    private static boolean sameCare(PatientEnrolled one, PatientEnrolled other) {
        return one.zone().equals(other.zone()) && one.therapists().equals(other.therapists());
    }

    /**
     * Who asks about what patient, and when.
     *
     * @param at the clock's reading, whole milliseconds
     */
    record Request(PatientRef patient, Actor actor, Instant at) {

        EventEnvelope<PatientEvent> envelope(PatientEvent event) {
            String id = "patient/" + patient.patient() + "/" + event.version();
            return new EventEnvelope<>(id, patient, at, actor, null, null, event);
        }
    }

    /** What became of a request to enrol. */
    sealed interface Enrolment {

        /** Enrolled now. */
        record New(Patient patient) implements Enrolment {}

        /** Enrolled before, with the same content; the patient as they are now. */
        record Same(Patient patient) implements Enrolment {}

        /** Enrolled before, with another content. */
        record Differs() implements Enrolment {}

        /** Enrolled before, and discharged since. */
        record Discharged() implements Enrolment {}

        /** Another patient of the clinic has one of the own identifiers. */
        record IdentifierTaken() implements Enrolment {}
    }

    /** What became of a command. */
    sealed interface Change {

        /** The patient is as asked for. */
        record Done(Patient patient) implements Change {}

        /** It was refused. */
        record Refused(PatientRejection rejection) implements Change {}

        /** The caller spoke of an older version than {@code current}. */
        record Stale(int current) implements Change {}

        /** The clinic has no such patient. */
        record Unknown() implements Change {}
    }
}
