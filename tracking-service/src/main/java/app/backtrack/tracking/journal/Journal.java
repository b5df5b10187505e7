package app.backtrack.tracking.journal;

import app.backtrack.events.EventEnvelope;
import app.backtrack.events.FactEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Some parts of a patient's journal, as read from the store.
 *
 * @param facts by part and event key, each once; a part that holds nothing is left out
 * @param care what the clinic decided, if that part was asked for
 */
public record Journal(SortedMap<String, SortedMap<String, JournalEntry>> facts, List<EventEnvelope<?>> care) {

    /** Holds nothing. */
    public static final Journal EMPTY = new Journal(new TreeMap<>(), List.of());

    /** Keeps copies. */
    public Journal {
        facts = new TreeMap<>(facts);
        care = List.copyOf(care);
    }

    /** Sorts events by part and key into facts and care. */
    static Journal of(Map<String, ? extends Map<String, EventEnvelope<?>>> byPart) {
        SortedMap<String, SortedMap<String, JournalEntry>> facts = new TreeMap<>();
        List<EventEnvelope<?>> care = new ArrayList<>();
        byPart.forEach((part, events) -> events.forEach((key, event) -> {
            if (event.data() instanceof FactEvent fact) {
                facts.computeIfAbsent(part, any -> new TreeMap<>())
                        .put(key, new JournalEntry(fact, event.recordedAt(), event.actor()));
            } else {
                care.add(event);
            }
        }));
        return new Journal(facts, care);
    }

    /** The entries of a part. */
    public Collection<JournalEntry> entries(String part) {
        return facts.getOrDefault(part, new TreeMap<>()).values();
    }

    /** The entries of the given weeks. */
    public Map<String, Collection<JournalEntry>> weeks(Collection<String> weeks) {
        return weeks.stream().distinct().collect(Collectors.toMap(week -> week, this::entries));
    }

    /** All entries, corrections and retractions among them. */
    public List<JournalEntry> all() {
        return facts.values().stream().flatMap(part -> part.values().stream()).toList();
    }

    /** What was known at an instant. */
    public Journal asOf(Instant instant) {
        Predicate<Instant> known = recordedAt -> !recordedAt.isAfter(instant);
        SortedMap<String, SortedMap<String, JournalEntry>> kept = new TreeMap<>();
        facts.forEach((part, entries) -> {
            SortedMap<String, JournalEntry> then = new TreeMap<>(entries);
            then.values().removeIf(entry -> !known.test(entry.recordedAt()));
            kept.put(part, then);
        });
        return new Journal(
                kept,
                care.stream().filter(event -> known.test(event.recordedAt())).toList());
    }
}
