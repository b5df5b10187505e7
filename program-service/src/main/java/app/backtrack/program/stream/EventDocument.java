package app.backtrack.program.stream;

import app.backtrack.events.Actor;
import app.backtrack.events.BacktrackEvent;
import app.backtrack.events.EventEnvelope;
import app.backtrack.events.EventType;
import app.backtrack.events.PatientRef;
import app.backtrack.events.WireForm;
import java.util.Date;
import org.bson.Document;

/** An envelope as an element of a stream's array; its subject stands once, beside the array. */
final class EventDocument {
    private static final String ID = "id";
    private static final String TYPE = "type";
    private static final String RECORDED_AT = "recordedAt";
    private static final String ACTOR = "actor";
    private static final String CORRELATION = "correlationId";
    private static final String CAUSATION = "causationId";
    private static final String CONTENT = "data";

    private EventDocument() {}

    static Document of(EventEnvelope<?> envelope) {
        Document document = new Document(ID, envelope.id())
                .append(TYPE, envelope.type().wireName())
                .append(RECORDED_AT, Date.from(envelope.recordedAt()))
                .append(ACTOR, envelope.actor().wireForm())
                .append(CONTENT, JsonDocument.of(envelope.data()));
        if (envelope.correlationId() != null) {
            document.append(CORRELATION, envelope.correlationId());
        }
        if (envelope.causationId() != null) {
            document.append(CAUSATION, envelope.causationId());
        }
        return document;
    }

    /**
     * Reads what {@link #of} wrote.
     *
     * @throws IllegalStateException if it was written by a newer version, or changed by another hand
     */
    static EventEnvelope<?> read(Document document, PatientRef subject) {
        WireForm<BacktrackEvent> form = EventType.find(document.getString(TYPE))
                .orElseThrow(() -> new IllegalStateException("a stored event of an unknown type"));
        return new EventEnvelope<>(
                document.getString(ID),
                subject,
                document.getDate(RECORDED_AT).toInstant(),
                Actor.of(document.getString(ACTOR)),
                document.getString(CORRELATION),
                document.getString(CAUSATION),
                JsonDocument.read(document.get(CONTENT, Document.class), form));
    }
}
