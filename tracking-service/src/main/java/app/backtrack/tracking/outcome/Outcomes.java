package app.backtrack.tracking.outcome;

import app.backtrack.events.ClinicId;
import java.time.LocalDate;
import java.util.List;

/** Finds what came of a clinic's programs. */
public interface Outcomes {

    /**
     * The outcomes of the programs of each patient who has one that starts in a range; the patient's others are among
     * them.
     *
     * @param from first local date
     * @param through last local date
     */
    List<List<ProgramOutcome>> starting(ClinicId clinic, LocalDate from, LocalDate through);
}
