package app.backtrack.program.patient;

import app.backtrack.events.Actor;
import app.backtrack.events.EventEnvelope;
import app.backtrack.events.PatientEvent.PatientEnrolled;
import app.backtrack.program.stream.Relay;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/** Takes patients on. */
@Singleton
final class PatientRegister {
    private final PatientStore patients;
    private final Relay relay;

    PatientRegister(PatientStore patients, Relay relay) {
        this.patients = patients;
        this.relay = relay;
    }

    /** Enrols a patient; the same again changes nothing, and brings to the log what an outage held back. */
    Enrolment enrol(Patient patient, Actor actor, Instant recordedAt) {
        PatientEnrolled enrolled = patient.enrolment();
        EventEnvelope<PatientEnrolled> event = new EventEnvelope<>(
                "patient/" + patient.ref().patient() + "/" + enrolled.version(),
                patient.ref(),
                recordedAt,
                actor,
                null,
                null,
                enrolled);
        if (patients.enrol(patient, event)) {
            seeIntoLog(patient);
            return new Enrolment.New(patient);
        }
        Optional<Patient> before = patients.find(patient.ref());
        if (before.isEmpty()) {
            return new Enrolment.IdentifierTaken();
        }
        if (!before.get().sameAs(patient)) {
            return new Enrolment.Differs();
        }
        seeIntoLog(patient);
        return new Enrolment.Same(before.get());
    }

    private void seeIntoLog(Patient patient) {
        relay.publish(patients.streams(), patient.ref().key());
    }

    /** What became of a request to enrol. */
    sealed interface Enrolment {

        /** Enrolled now. */
        record New(Patient patient) implements Enrolment {}

        /** Enrolled before, with the same content. */
        record Same(Patient patient) implements Enrolment {}

        /** Enrolled before, with another content. */
        record Differs() implements Enrolment {}

        /** Another patient of the clinic has the own identifier. */
        record IdentifierTaken() implements Enrolment {}
    }
}
