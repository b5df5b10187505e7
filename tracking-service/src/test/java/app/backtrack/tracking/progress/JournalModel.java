package app.backtrack.tracking.progress;

import app.backtrack.events.EventJson;
import app.backtrack.tracking.journal.JournalEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * A journal and its progress as the service keeps them: week documents, amendments, and a view folded batch by batch.
 */
final class JournalModel {

    private final Map<String, Map<String, JournalEntry>> weeks = new HashMap<>();
    private final Map<String, JournalEntry> amendments = new HashMap<>();
    private ProgressView view = ProgressView.EMPTY;

    /** Adds a batch to the journal and stops there, as a service does that is killed. */
    void journalOnly(Collection<JournalEntry> batch) {
        for (JournalEntry entry : batch) {
            Map<String, JournalEntry> document = entry.amends()
                    ? amendments
                    : weeks.computeIfAbsent(entry.week().orElseThrow(), week -> new HashMap<>());
            document.merge(
                    entry.key(), entry, (one, other) -> one.recordedAt().isAfter(other.recordedAt()) ? other : one);
        }
    }

    /** Adds a batch to the journal and folds what it touches; the view goes through its stored form each time. */
    void deliver(Collection<JournalEntry> batch) {
        journalOnly(batch);
        SortedSet<String> touched = ProgressProjection.touchedWeeks(view, batch);
        Map<String, Collection<JournalEntry>> read = new TreeMap<>();
        touched.forEach(
                week -> read.put(week, weeks.getOrDefault(week, Map.of()).values()));
        view = stored(ProgressProjection.refold(view, read, amendments.values()));
    }

    ProgressView view() {
        return view;
    }

    private static ProgressView stored(ProgressView view) {
        try {
            return EventJson.read(EventJson.write(view), ProgressView.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
