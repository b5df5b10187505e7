package app.backtrack.program.patient;

import app.backtrack.events.PatientEvent.PatientEnrolled;
import app.backtrack.events.PatientRef;

/**
 * A patient as enrolled.
 *
 * @param ref the pseudonym and its clinic
 * @param enrolment what the log knows
 * @param identity what it must not know
 */
record Patient(PatientRef ref, PatientEnrolled enrolment, PatientIdentity identity) {

    /** Whether another request asks for the very same enrolment; the day on which it came does not count. */
    boolean sameAs(Patient other) {
        return ref.equals(other.ref)
                && identity.equals(other.identity)
                && enrolment.zone().equals(other.enrolment.zone())
                && enrolment.therapists().equals(other.enrolment.therapists());
    }
}
