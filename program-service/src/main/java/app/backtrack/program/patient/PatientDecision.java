package app.backtrack.program.patient;

import app.backtrack.events.PatientEvent;

/** The answer to a command about a patient. */
sealed interface PatientDecision {

    /** It happened: this event is to be appended. */
    record Accepted(PatientEvent event) implements PatientDecision {}

    /** It is so already. */
    record Unchanged() implements PatientDecision {}

    /** It did not happen. */
    record Rejected(PatientRejection rejection) implements PatientDecision {}
}
