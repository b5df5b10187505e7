package app.backtrack.program.prescription;

import app.backtrack.events.ProgramEvent.ProgramPlan;
import app.backtrack.events.ProgramStatus;
import java.time.LocalDate;
import java.util.UUID;

/** A program as its events have left it; what a command is decided against. */
sealed interface Program {

    /** No event yet. */
    record NotPrescribed() implements Program {}

    /**
     * A program with at least one event.
     *
     * @param version number of its events
     * @param effectiveFrom the patient's local date from which the last of them holds
     */
    record Prescribed(UUID programId, int version, ProgramStatus status, ProgramPlan plan, LocalDate effectiveFrom)
            implements Program {}

    /** Whether a program of this status asks, or may ask again, something of the patient. */
    static boolean isOpen(ProgramStatus status) {
        return switch (status) {
            case ACTIVE, PAUSED -> true;
            case COMPLETED, STOPPED -> false;
        };
    }
}
