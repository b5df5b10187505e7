package app.backtrack.program.stream;

import java.util.List;

/**
 * A stream as it was read.
 *
 * @param id the document's {@code _id}: {@code clinic/patient}, with {@code /program} for a program's stream;
 *     {@code clinic} for a clinic's
 * @param events in their order; the event at index {@code n} has version {@code n + 1}
 * @param publishedVersion the last version that is known to be in the log; 0 before the first
 */
public record EventStream<E>(String id, List<E> events, int publishedVersion) {

    /** Keeps a copy of the list. */
    public EventStream {
        events = List.copyOf(events);
    }

    /** The version of the last event. */
    public int version() {
        return events.size();
    }

    /** What the log may not have yet, in order. */
    List<E> unpublished() {
        return events.subList(publishedVersion, events.size());
    }
}
