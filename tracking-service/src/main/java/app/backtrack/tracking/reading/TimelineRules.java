package app.backtrack.tracking.reading;

import app.backtrack.tracking.journal.JournalEntry;
import app.backtrack.tracking.journal.JournalRules;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lays a journal out as a timeline: every revision, also those that no longer count. */
final class TimelineRules {

    private TimelineRules() {}

    /**
     * One page, newest first.
     *
     * @param after the last entry of the page before; null for the first page
     * @param limit the most entries
     */
    static List<TimelineEntry> page(Collection<JournalEntry> journal, @Nullable TimelineCursor after, int limit) {
        return JournalRules.resolve(journal).values().stream()
                .flatMap(history -> history.entries().stream().map(entry -> TimelineEntry.of(entry, history)))
                .filter(entry -> after == null || after.isBefore(entry))
                .sorted(TimelineEntry.NEWEST_FIRST)
                .limit(limit)
                .toList();
    }
}
