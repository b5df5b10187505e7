package app.backtrack.tracking.reading;

import app.backtrack.events.PatientRef;
import app.backtrack.tracking.journal.Journal;
import app.backtrack.tracking.journal.JournalPart;
import app.backtrack.tracking.journal.JournalStore;
import app.backtrack.tracking.projection.ProgressStore;
import jakarta.inject.Singleton;
import java.util.SortedSet;
import java.util.TreeSet;

/** Reads a patient's whole journal; which parts there are stands in the progress. */
@Singleton
public class PatientJournal {
    private final JournalStore journals;
    private final ProgressStore store;

    PatientJournal(JournalStore journals, ProgressStore store) {
        this.journals = journals;
        this.store = store;
    }

    /** Everything that was folded so far, and what came to the same parts since. */
    public Journal read(PatientRef patient) {
        SortedSet<String> parts = new TreeSet<>(store.read(patient).folded().keySet());
        parts.add(JournalPart.AMENDMENTS);
        parts.add(JournalPart.CARE);
        return journals.read(patient, parts);
    }
}
