package app.backtrack.tracking.projection;

import app.backtrack.events.PatientRef;
import app.backtrack.tracking.journal.Journal;
import app.backtrack.tracking.journal.JournalEntry;
import app.backtrack.tracking.journal.JournalPart;
import app.backtrack.tracking.journal.JournalStore;
import app.backtrack.tracking.progress.ProgressProjection;
import app.backtrack.tracking.progress.ProgressView;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Brings a patient's progress up to their journal, and tells what follows from it.
 *
 * <p>The progress revision is read first, then the journal, and the fold is written on exactly that revision: whoever
 * read an older journal has an older revision and misses. What is to be told is written in the same write, and only
 * then told; so a crash anywhere repeats work and changes nothing.
 */
@Singleton
public class ProgressProjector {
    private static final int ATTEMPTS = 50;

    private final JournalStore journals;
    private final ProgressStore store;
    private final InsightTeller insights;

    ProgressProjector(JournalStore journals, ProgressStore store, InsightTeller insights) {
        this.journals = journals;
        this.store = store;
        this.insights = insights;
    }

    /**
     * Folds what the journal holds by now.
     *
     * @param added entries that it was given, new or seen before; empty where time alone passed
     */
    public void renew(PatientRef patient, Collection<JournalEntry> added) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            ProgressDocument current = store.read(patient);
            if (!current.pending().isEmpty()) {
                insights.settle(current);
            } else if (write(current, insights.judged(fold(current, added)))) {
                return;
            }
        }
        throw new IllegalStateException("progress was overtaken " + ATTEMPTS + " times");
    }

    private boolean write(ProgressDocument current, ProgressDocument next) {
        if (next.equals(current)) {
            return true;
        }
        Long revision = store.write(next);
        if (revision == null) {
            return false;
        }
        if (!next.pending().isEmpty()) {
            insights.settle(next.at(revision));
        }
        return true;
    }

    private ProgressDocument fold(ProgressDocument current, Collection<JournalEntry> added) {
        SortedSet<String> weeks = ProgressProjection.touchedWeeks(current.view(), added);
        SortedSet<String> parts = new TreeSet<>(weeks);
        parts.add(JournalPart.AMENDMENTS);
        parts.add(JournalPart.CARE);
        Journal journal = journals.read(current.patient(), parts);
        ProgressView view = ProgressProjection.refold(
                current.view().with(CareFold.of(journal)),
                journal.weeks(weeks),
                journal.entries(JournalPart.AMENDMENTS));
        SortedMap<String, Integer> folded = new TreeMap<>(current.folded());
        journal.facts().forEach((part, entries) -> folded.put(part, entries.size()));
        return new ProgressDocument(
                current.patient(), current.revision(), view, folded, current.pending(), current.reviewAt());
    }
}
