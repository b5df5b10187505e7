package app.backtrack.runtime.register;

import app.backtrack.events.Actor;
import app.backtrack.events.ErasureReason;
import app.backtrack.events.EventEnvelope;
import app.backtrack.events.PatientEvent.PatientErased;
import app.backtrack.events.PatientRef;
import java.time.Instant;

/**
 * The decision to erase a patient, which stays for good. It holds nothing but what may be readable for ever.
 *
 * @param patient whom
 * @param at when it was decided, UTC, whole milliseconds
 * @param version the decision's place in the patient's stream
 * @param reason why
 * @param by who decided
 */
public record Erasure(PatientRef patient, Instant at, int version, ErasureReason reason, Actor by) {

    /** The decision that an event tells of. */
    public static Erasure of(EventEnvelope<?> event, PatientErased erased) {
        return new Erasure(event.subject(), event.recordedAt(), erased.version(), erased.reason(), event.actor());
    }

    /** The event that tells of it; the same one whenever it is told. */
    public EventEnvelope<PatientErased> event() {
        String id = "patient/" + patient.patient() + "/" + version;
        return new EventEnvelope<>(id, patient, at, by, null, null, new PatientErased(version, reason));
    }
}
