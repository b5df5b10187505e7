package app.backtrack.program.prescription;

import app.backtrack.events.ProgramEvent;

/** The answer to a command. */
sealed interface Decision {

    /** It happened: this event is to be appended. */
    record Accepted(ProgramEvent event) implements Decision {}

    /** It did not happen. */
    record Rejected(Rejection rejection) implements Decision {}
}
