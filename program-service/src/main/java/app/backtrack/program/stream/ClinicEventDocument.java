package app.backtrack.program.stream;

import app.backtrack.events.Actor;
import app.backtrack.events.ClinicEnvelope;
import app.backtrack.events.ClinicEvent;
import app.backtrack.events.ClinicEventType;
import app.backtrack.events.ClinicId;
import app.backtrack.events.WireForm;
import java.util.Date;
import org.bson.Document;

/** An envelope of a clinic as an element of a stream's array; the clinic stands once, beside the array. */
final class ClinicEventDocument {
    private static final String TYPE = "type";
    private static final String RECORDED_AT = "recordedAt";
    private static final String ACTOR = "actor";
    private static final String CONTENT = "data";

    private ClinicEventDocument() {}

    static Document of(ClinicEnvelope envelope) {
        return new Document(TYPE, envelope.type().form().wireName())
                .append(RECORDED_AT, Date.from(envelope.recordedAt()))
                .append(ACTOR, envelope.actor().wireForm())
                .append(CONTENT, JsonDocument.of(envelope.data()));
    }

    /**
     * Reads what {@link #of} wrote.
     *
     * @throws IllegalStateException if it was written by a newer version, or changed by another hand
     */
    static ClinicEnvelope read(Document document, ClinicId clinic) {
        WireForm<ClinicEvent> form = ClinicEventType.find(document.getString(TYPE))
                .orElseThrow(() -> new IllegalStateException("a stored event of an unknown type"));
        return new ClinicEnvelope(
                clinic,
                document.getDate(RECORDED_AT).toInstant(),
                Actor.of(document.getString(ACTOR)),
                JsonDocument.read(document.get(CONTENT, Document.class), form));
    }
}
