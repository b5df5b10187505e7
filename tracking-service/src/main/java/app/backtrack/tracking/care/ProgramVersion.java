package app.backtrack.tracking.care;

import app.backtrack.events.ProgramEvent.ProgramPlan;
import app.backtrack.events.ProgramStatus;
import app.backtrack.events.schedule.PlanVersion;
import java.time.Instant;
import java.time.LocalDate;

/**
 * One version of a program.
 *
 * @param version its number, from 1
 * @param recordedAt when it was recorded, UTC
 * @param effectiveFrom the patient-local date from which it is in force
 * @param status the state of the program from then on
 * @param plan what the patient is to do from then on
 */
public record ProgramVersion(
        int version, Instant recordedAt, LocalDate effectiveFrom, ProgramStatus status, ProgramPlan plan)
        implements Decided {

    /** As the rules of what is due read it. */
    PlanVersion planVersion() {
        return new PlanVersion(version, recordedAt, effectiveFrom, status, plan);
    }
}
