package app.backtrack.events;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A form in which events of one type are written, or were written once: its wire name, its schema and how its JSON is
 * read. Whoever reads stored or published data asks the form that the data was written in.
 *
 * @param <E> what the JSON is read as
 */
public final class WireForm<E> {
    private static final String PREFIX = "app.backtrack.";

    private final String shortName;
    private final Class<? extends E> eventClass;
    private final @Nullable Consumer<ObjectNode> upcast;

    private WireForm(String shortName, Class<? extends E> eventClass, @Nullable Consumer<ObjectNode> upcast) {
        this.shortName = shortName;
        this.eventClass = eventClass;
        this.upcast = upcast;
    }

    /** The form that is written today. */
    static <E> WireForm<E> current(String shortName, Class<? extends E> eventClass) {
        return new WireForm<>(shortName, eventClass, null);
    }

    /**
     * A form that is written no more.
     *
     * @param upcast brings JSON of this form into today's; it leaves alone what is of another form, for the reader to
     *     refuse
     */
    static <E> WireForm<E> former(String shortName, Class<? extends E> eventClass, Consumer<ObjectNode> upcast) {
        return new WireForm<>(shortName, eventClass, upcast);
    }

    /** The {@code ce_type}, such as {@code app.backtrack.pain-score-recorded.v1}. */
    public String wireName() {
        return PREFIX + shortName;
    }

    /** The {@code ce_dataschema}: describes the data, after opening where it is sealed. */
    public URI dataSchema() {
        return URI.create("urn:backtrack:schema:" + shortName);
    }

    /** The class-path resource that holds the JSON Schema of the data. */
    public String schemaResource() {
        return "/schemas/" + shortName + ".json";
    }

    /** What the data is read as. */
    public Class<? extends E> eventClass() {
        return eventClass;
    }

    /** Whether the data is sealed with a patient's key. */
    boolean isSealed() {
        return !UnsealedEvent.class.isAssignableFrom(eventClass);
    }

    /** Whether this form is still written. */
    public boolean isCurrent() {
        return upcast == null;
    }

    /**
     * Reads data of this form.
     *
     * @throws IOException if the bytes are no JSON or of another form
     */
    public E read(byte[] json) throws IOException {
        return upcast == null ? EventJson.read(json, eventClass) : EventJson.read(json, eventClass, upcast);
    }

    /** The wire name without what all have in common. */
    @Override
    public String toString() {
        return shortName;
    }
}
