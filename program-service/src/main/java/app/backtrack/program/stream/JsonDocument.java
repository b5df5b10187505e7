package app.backtrack.program.stream;

import app.backtrack.events.EventJson;
import app.backtrack.events.WireForm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.bson.Document;

/** Keeps records in the document store in the form that they have as JSON: readable there, and one mapping for both. */
public final class JsonDocument {
    private JsonDocument() {}

    /** The record as a document. */
    public static Document of(Object value) {
        return Document.parse(new String(EventJson.write(value), StandardCharsets.UTF_8));
    }

    /**
     * Reads what {@link #of} wrote.
     *
     * @throws IllegalStateException if it was written by a newer version, or changed by another hand
     */
    public static <T> T read(Document document, Class<T> type) {
        try {
            return EventJson.read(bytes(document), type);
        } catch (IOException e) {
            throw new IllegalStateException("a stored " + type.getSimpleName() + " does not read as one", e);
        }
    }

    /**
     * Reads an event that {@link #of} wrote, also one that is written in another form by now.
     *
     * @param form what it was written in
     * @throws IllegalStateException if it was changed by another hand
     */
    static <E> E read(Document document, WireForm<E> form) {
        try {
            return form.read(bytes(document));
        } catch (IOException e) {
            throw new IllegalStateException("a stored " + form + " does not read as one", e);
        }
    }

    private static byte[] bytes(Document document) {
        return document.toJson().getBytes(StandardCharsets.UTF_8);
    }
}
