package app.backtrack.tracking.journal;

import app.backtrack.events.AccessEvent;
import app.backtrack.events.Actor;
import app.backtrack.events.AlertEvent;
import app.backtrack.events.BacktrackEvent;
import app.backtrack.events.ErasureEvent;
import app.backtrack.events.EventEnvelope;
import app.backtrack.events.EventJson;
import app.backtrack.events.EventType;
import app.backtrack.events.FactEvent;
import app.backtrack.events.InsightEvent;
import app.backtrack.events.PatientEvent;
import app.backtrack.events.PatientRef;
import app.backtrack.events.ProgramEvent;
import app.backtrack.events.WireForm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;

/**
 * Gives events the form that they have in the documents of a journal.
 *
 * <p>The data stays the canonical JSON that its content hash was taken of. When and by whom it was recorded is one text
 * that sorts by time: kept with {@code $min}, it names the first recording whole, whatever was delivered again or sent
 * twice by different people.
 */
final class JournalDocuments {
    private static final DateTimeFormatter SORTABLE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private JournalDocuments() {}

    /** The name of the event's member in its document, free of {@code .} and {@code $}. */
    static String key(EventEnvelope<?> event) {
        return switch (event.data()) {
            case FactEvent fact -> new JournalEntry(fact, event.recordedAt(), event.actor()).key();
            case PatientEvent patient -> "patient~" + patient.version() + "~" + EventJson.contentHash(patient);
            case ProgramEvent program ->
                "program~" + program.programId() + "~" + program.version() + "~" + EventJson.contentHash(program);
            case AlertEvent alert -> "alert~" + EventJson.contentHash(alert);
            case AccessEvent ignored -> throw new IllegalArgumentException("an access is no part of a journal");
            case InsightEvent ignored -> throw new IllegalArgumentException("an insight is no part of a journal");
            case ErasureEvent ignored -> throw new IllegalArgumentException("an erasure is no part of a journal");
        };
    }

    /** The update that adds the events, once however often it runs. */
    static Document addition(List<EventEnvelope<?>> events) {
        Document content = new Document();
        Document earliest = new Document();
        for (EventEnvelope<?> event : events) {
            String path = "events." + key(event);
            content.append(path + ".type", event.type().wireName())
                    .append(path + ".id", event.id())
                    .append(path + ".data", new String(EventJson.write(event.data()), StandardCharsets.UTF_8));
            String recorded = recorded(event);
            earliest.merge(path + ".recorded", recorded, (a, b) -> recorded.compareTo(a.toString()) < 0 ? b : a);
        }
        return new Document("$set", content).append("$min", earliest);
    }

    /** Reads one member of a document's {@code events}. */
    static EventEnvelope<?> read(PatientRef patient, Document stored) {
        String recorded = stored.getString("recorded");
        int space = recorded.indexOf(' ');
        return new EventEnvelope<>(
                stored.getString("id"),
                patient,
                Instant.parse(recorded.substring(0, space)),
                Actor.of(recorded.substring(space + 1)),
                null,
                null,
                data(stored));
    }

    /** Events by key as one canonical JSON. */
    static String canonical(Map<String, EventEnvelope<?>> events) {
        Map<String, Map<String, Object>> members = new TreeMap<>();
        events.forEach((key, event) -> members.put(
                key,
                new TreeMap<>(Map.of(
                        "type", event.type().wireName(),
                        "id", event.id(),
                        "recorded", recorded(event),
                        "data", event.data()))));
        return new String(EventJson.write(members), StandardCharsets.UTF_8);
    }

    private static String recorded(EventEnvelope<?> event) {
        return SORTABLE.format(event.recordedAt()) + " " + event.actor().wireForm();
    }

    private static BacktrackEvent data(Document stored) {
        WireForm<BacktrackEvent> form = EventType.find(stored.getString("type"))
                .orElseThrow(() -> new IllegalStateException("the journal holds a type that is not known"));
        try {
            return form.read(stored.getString("data").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException("the journal holds an event that cannot be read", e);
        }
    }
}
