package app.backtrack.program.prescription;

import app.backtrack.events.ProgramEvent;
import java.util.List;

/** The answer to a command. */
sealed interface Decision {

    /**
     * It happened.
     *
     * @param events to be appended, all or none of them; at least one
     */
    record Accepted(List<ProgramEvent> events) implements Decision {

        /** Keeps a copy of the list. */
        public Accepted {
            events = List.copyOf(events);
        }
    }

    /** It did not happen. */
    record Rejected(Rejection rejection) implements Decision {}
}
