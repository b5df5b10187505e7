package app.backtrack.events.schedule;

import app.backtrack.events.ProgramEvent;
import app.backtrack.events.ProgramEvent.ProgramPlan;
import app.backtrack.events.ProgramStatus;
import java.time.Instant;
import java.time.LocalDate;

/**
 * One version of a program, as far as it says what is due.
 *
 * @param version its number, from 1
 * @param recordedAt when it was decided, UTC
 * @param effectiveFrom the patient's local date from which it is in force
 * @param status the state of the program from then on
 * @param plan what the patient is to do from then on
 */
public record PlanVersion(
        int version, Instant recordedAt, LocalDate effectiveFrom, ProgramStatus status, ProgramPlan plan) {

    /** The version that an event made. */
    public static PlanVersion of(ProgramEvent event, Instant recordedAt) {
        return new PlanVersion(event.version(), recordedAt, event.effectiveFrom(), event.status(), event.plan());
    }
}
