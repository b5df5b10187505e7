package app.backtrack.tracking.access;

import app.backtrack.events.AccessEvent.PatientDataRead;
import app.backtrack.events.AccessOutcome;
import app.backtrack.events.AlertEvent;
import app.backtrack.events.ErasureEvent;
import app.backtrack.events.EventEnvelope;
import app.backtrack.events.FactEvent;
import app.backtrack.events.InsightEvent;
import app.backtrack.events.PatientEvent;
import app.backtrack.events.PatientEvent.PatientErased;
import app.backtrack.events.ProgramEvent;
import app.backtrack.events.Role;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Says which access an event tells of: a read by its own event, a write by the actor of whatever was written. What
 * patients write about themselves is on their timeline and no access by somebody else.
 */
final class AccessRules {
    private static final Pattern AROUND_NAME = Pattern.compile("^app\\.backtrack\\.|\\.v[0-9]+$");

    private AccessRules() {}

    static Optional<AccessEntry> entry(EventEnvelope<?> event) {
        return switch (event.data()) {
            case PatientDataRead read ->
                Optional.of(entry(
                        event,
                        read.operation(),
                        read.outcome() == AccessOutcome.SHOWN ? AccessResult.SHOWN : AccessResult.REFUSED));
            case FactEvent fact -> written(event);
            // The register of erasures keeps this one; here nothing is to be left of the patient.
            case PatientErased erased -> Optional.empty();
            case PatientEvent patient -> written(event);
            case ProgramEvent program -> written(event);
            case AlertEvent alert -> written(event);
            case InsightEvent insight -> Optional.empty();
            case ErasureEvent erasure -> Optional.empty();
        };
    }

    private static Optional<AccessEntry> written(EventEnvelope<?> event) {
        return event.actor().role() == Role.PATIENT
                ? Optional.empty()
                : Optional.of(entry(
                        event, AROUND_NAME.matcher(event.type().wireName()).replaceAll(""), AccessResult.WRITTEN));
    }

    private static AccessEntry entry(EventEnvelope<?> event, String what, AccessResult result) {
        return new AccessEntry(
                event.subject(), key(event), event.recordedAt(), event.actor(), what, result, event.correlationId());
    }

    /** The same for the same thing sent twice by the same person, and another for each person and each content. */
    private static String key(EventEnvelope<?> event) {
        String unique = String.join(
                "|", event.type().wireName(), event.id(), event.actor().wireForm());
        return UUID.nameUUIDFromBytes(unique.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
