package app.backtrack.events;

import java.time.Instant;

/**
 * An event of a clinic with what is known about it.
 *
 * @param clinic whom it is about
 * @param recordedAt when our server took it in, UTC, whole milliseconds
 * @param actor who caused it
 * @param data what happened
 */
public record ClinicEnvelope(ClinicId clinic, Instant recordedAt, Actor actor, ClinicEvent data) {

    /** Unique within the clinic: the event's place in its stream. Consumers count the event once by it. */
    public String id() {
        return "clinic/" + data.version();
    }

    /** The type of the data. */
    public ClinicEventType type() {
        return ClinicEventType.of(data);
    }
}
