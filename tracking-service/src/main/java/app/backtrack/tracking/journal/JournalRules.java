package app.backtrack.tracking.journal;

import app.backtrack.events.EventJson;
import app.backtrack.events.FactEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Settles what counts among the revisions of a fact, alike in whatever order and how often they arrived: the highest
 * revision wins; at equal revisions a report beats a retraction, then the greater content hash wins.
 */
public final class JournalRules {

    private static final Comparator<JournalEntry> FIRST_TAKEN_IN = Comparator.comparing(JournalEntry::recordedAt)
            .thenComparing(entry -> entry.actor().wireForm());

    private JournalRules() {}

    /**
     * Sorts entries into the histories of their facts. An entry that arrived twice is one entry, as it was first taken
     * in.
     */
    public static SortedMap<FactKey, FactHistory> resolve(Collection<JournalEntry> entries) {
        SortedMap<FactKey, List<JournalEntry>> byFact = new TreeMap<>();
        for (JournalEntry entry : entries) {
            byFact.computeIfAbsent(entry.factKey(), key -> new ArrayList<>()).add(entry);
        }
        SortedMap<FactKey, FactHistory> histories = new TreeMap<>();
        byFact.forEach((key, all) -> histories.put(key, history(all)));
        return histories;
    }

    private static FactHistory history(List<JournalEntry> arrived) {
        if (arrived.size() == 1) {
            return new FactHistory(arrived, false);
        }
        SortedMap<Place, JournalEntry> ordered = new TreeMap<>();
        for (JournalEntry entry : arrived) {
            ordered.merge(Place.of(entry.fact()), entry, JournalRules::firstTakenIn);
        }
        long revisions =
                ordered.keySet().stream().mapToInt(Place::revision).distinct().count();
        return new FactHistory(List.copyOf(ordered.values()), revisions < ordered.size());
    }

    private static JournalEntry firstTakenIn(JournalEntry one, JournalEntry other) {
        return FIRST_TAKEN_IN.compare(one, other) <= 0 ? one : other;
    }

    /** Where an entry stands among those of its fact; the last one wins. */
    private record Place(int revision, boolean report, String contentHash) implements Comparable<Place> {

        private static final Comparator<Place> ORDER = Comparator.comparingInt(Place::revision)
                .thenComparing(Place::report)
                .thenComparing(Place::contentHash);

        static Place of(FactEvent fact) {
            return new Place(fact.revision(), fact instanceof FactEvent.Report, EventJson.contentHash(fact));
        }

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }
}
