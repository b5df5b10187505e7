package app.backtrack.tracking.export;

import app.backtrack.events.EventEnvelope;
import app.backtrack.events.EventJson;
import app.backtrack.events.PatientRef;
import app.backtrack.tracking.journal.Journal;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Writes a journal as JSON, one event a line, in the order in which the events were recorded. */
final class EventLines {
    private static final Comparator<EventEnvelope<?>> RECORDED_ORDER =
            Comparator.<EventEnvelope<?>, java.time.Instant>comparing(EventEnvelope::recordedAt)
                    .thenComparing(EventEnvelope::id)
                    .thenComparing(event -> EventJson.contentHash(event.data()));

    private EventLines() {}

    /** Every event of a journal, decisions among them; events of one moment in a fixed order. */
    static List<EventEnvelope<?>> of(PatientRef patient, Journal journal) {
        Stream<EventEnvelope<?>> facts = journal.all().stream()
                .map(entry -> EventEnvelope.ofFact(entry.fact(), patient, entry.recordedAt(), entry.actor(), null));
        return Stream.concat(facts, journal.care().stream())
                .sorted(RECORDED_ORDER)
                .toList();
    }

    /** Writes them. */
    static void write(List<EventEnvelope<?>> events, OutputStream out) throws IOException {
        for (EventEnvelope<?> event : events) {
            out.write(EventJson.write(ExportLine.of(event)));
            out.write('\n');
        }
    }
}
