package app.backtrack.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event with what is known about it.
 *
 * @param id unique within the patient; the same again for the same event, so consumers count it once
 * @param subject whom it is about
 * @param recordedAt when our server took it in, UTC, whole milliseconds
 * @param actor who caused it
 * @param correlationId joins the events of one request; null where there was none
 * @param causationId id of the event that led to this one; null for a person's doing
 * @param data what happened
 */
public record EventEnvelope<E extends BacktrackEvent>(
        String id,
        PatientRef subject,
        Instant recordedAt,
        Actor actor,
        @Nullable String correlationId,
        @Nullable String causationId,
        E data) {

    /** An envelope of a fact, with the id that follows from it. */
    public static <F extends FactEvent> EventEnvelope<F> ofFact(
            F fact, PatientRef subject, Instant recordedAt, Actor actor, @Nullable String correlationId) {
        return new EventEnvelope<>(fact.eventId(), subject, recordedAt, actor, correlationId, null, fact);
    }

    /** The type of the data. */
    public EventType type() {
        return EventType.of(data);
    }
}
