package app.backtrack.tracking.outcome;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What came of one program of a patient.
 *
 * @param programId which
 * @param startsOn the patient-local date of its day 1
 * @param weeks one for each of {@link OutcomeRules#WEEKS}
 */
public record ProgramOutcome(UUID programId, LocalDate startsOn, List<WeekOutcome> weeks) {

    /** Keeps a copy. */
    public ProgramOutcome {
        weeks = List.copyOf(weeks);
    }
}
