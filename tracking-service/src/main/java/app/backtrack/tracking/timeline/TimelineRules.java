package app.backtrack.tracking.timeline;

import app.backtrack.events.AlertEvent;
import app.backtrack.events.EventEnvelope;
import app.backtrack.tracking.journal.FactHistory;
import app.backtrack.tracking.journal.Journal;
import app.backtrack.tracking.journal.JournalRules;
import app.backtrack.tracking.reading.PageCursor;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lays a journal out as a timeline: every revision and every decision, also those that do not count. */
final class TimelineRules {

    private TimelineRules() {}

    /**
     * One page, newest first.
     *
     * @param after the last entry of the page before; null for the first page
     * @param limit the most entries
     */
    static List<TimelineEntry> page(Journal journal, @Nullable PageCursor after, int limit) {
        Stream<TimelineEntry> facts =
                JournalRules.resolve(journal.all()).values().stream().flatMap(history -> entries(history).stream());
        return Stream.concat(facts, decisions(journal.care()).stream())
                .filter(entry -> after == null || after.isBefore(entry.place()))
                .sorted(TimelineEntry.NEWEST_FIRST)
                .limit(limit)
                .toList();
    }

    /** All that was said about one fact, in the order in which revisions win. */
    static List<TimelineEntry> entries(FactHistory history) {
        return history.entries().stream()
                .map(entry -> TimelineEntry.of(entry, history))
                .toList();
    }

    /** All decisions, by their ids; of several contents of one version, the one that was recorded first counts. */
    static List<TimelineEntry> decisions(Collection<EventEnvelope<?>> care) {
        Map<String, List<EventEnvelope<?>>> byId = care.stream()
                .sorted(Comparator.comparing(EventEnvelope::recordedAt))
                .collect(Collectors.groupingBy(EventEnvelope::id, TreeMap::new, Collectors.toList()));
        return byId.values().stream()
                .flatMap(same -> same.stream()
                        .map(decision -> TimelineEntry.of(
                                decision,
                                decision.equals(same.getFirst()) || decision.data() instanceof AlertEvent,
                                same.size() > 1)))
                .toList();
    }
}
