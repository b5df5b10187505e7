package app.backtrack.tracking.intake;

import app.backtrack.events.PatientRef;
import app.backtrack.runtime.http.Problem;
import app.backtrack.runtime.http.Problem.Flaw;
import app.backtrack.runtime.http.Refusal;
import app.backtrack.tracking.journal.JournalEntry;
import java.util.List;

/** What became of a draft that was handed in. */
sealed interface Taking {

    /** The log has it. */
    record Taken(PatientRef patient, JournalEntry entry) implements Taking {}

    /**
     * It was not taken.
     *
     * @param retry whether the same thing may be taken later
     */
    record Refused(Problem problem, boolean retry) implements Taking {

        /** Refused for good, unless it is changed. */
        static Refused of(Problem problem) {
            return new Refused(problem, false);
        }

        /** Refused for what it says. */
        static Refused of(List<Flaw> flaws) {
            return of(Refusal.invalidProblem(flaws));
        }
    }
}
