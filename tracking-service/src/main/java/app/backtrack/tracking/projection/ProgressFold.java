package app.backtrack.tracking.projection;

import app.backtrack.events.PatientRef;
import app.backtrack.tracking.care.CareView;
import app.backtrack.tracking.journal.Journal;
import app.backtrack.tracking.journal.JournalPart;
import app.backtrack.tracking.progress.ProgressProjection;
import app.backtrack.tracking.progress.ProgressView;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What one addition asks to be folded anew in a patient's progress, and the fold of it once that is read.
 *
 * @param current the progress before
 * @param weeks those that the addition touches
 * @param added what the journal was given
 */
record ProgressFold(ProgressDocument current, SortedSet<String> weeks, Addition added) {

    static ProgressFold of(ProgressDocument current, Addition added) {
        return new ProgressFold(current, ProgressProjection.touchedWeeks(current.view(), added.facts()), added);
    }

    PatientRef patient() {
        return current.patient();
    }

    /** The parts of the journal to read. */
    Set<String> parts() {
        Set<String> parts = new TreeSet<>(weeks);
        if (!added.facts().isEmpty()) {
            parts.add(JournalPart.AMENDMENTS);
        }
        if (added.decided()) {
            parts.add(JournalPart.CARE);
        }
        return parts;
    }

    /** How many events the fullest of these parts is expected to hold. */
    int fullest() {
        int decisions = current.view().care().programs().values().stream()
                .mapToInt(program -> program.versions().size())
                .sum();
        int facts = current.folded().values().stream()
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
        return Math.max(decisions, facts) + added.facts().size();
    }

    /** The progress after, as the parts say. */
    ProgressDocument over(Journal journal) {
        CareView care = added.decided() ? CareFold.of(journal) : current.view().care();
        ProgressView view = ProgressProjection.refold(
                current.view().with(care), journal.weeks(weeks), journal.entries(JournalPart.AMENDMENTS));
        SortedMap<String, Integer> folded = new TreeMap<>(current.folded());
        journal.facts().forEach((part, entries) -> folded.put(part, entries.size()));
        return new ProgressDocument(
                current.collection(),
                patient(),
                current.revision(),
                view,
                folded,
                current.pending(),
                current.reviewAt());
    }
}
