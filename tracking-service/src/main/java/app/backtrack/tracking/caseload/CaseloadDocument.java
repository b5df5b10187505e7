package app.backtrack.tracking.caseload;

import app.backtrack.events.PatientRef;
import app.backtrack.tracking.outcome.ProgramOutcome;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A patient's row as it is stored.
 *
 * @param progress the collection of the progress that it was worked out from: a generation counts its own revisions
 * @param progressRevision the revision of that progress
 * @param ledgerEntries how many entries the patient's ledger had, which never become fewer
 * @param row what is shown
 * @param outcomes what came of the patient's programs by the row's date, the one that started first in front
 * @param renewAt when it is to be judged for another day; null where it is not
 */
public record CaseloadDocument(
        PatientRef patient,
        String progress,
        long progressRevision,
        int ledgerEntries,
        CaseloadRow row,
        List<ProgramOutcome> outcomes,
        @Nullable Instant renewAt) {

    /** Keeps a copy. */
    public CaseloadDocument {
        outcomes = List.copyOf(outcomes);
    }
}
