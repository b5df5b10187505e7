package app.backtrack.notification.dispatch;

import app.backtrack.events.AccessEvent;
import app.backtrack.events.AlertEvent;
import app.backtrack.events.ErasureEvent;
import app.backtrack.events.EventEnvelope;
import app.backtrack.events.EventJson;
import app.backtrack.events.FactEvent;
import app.backtrack.events.InsightEvent.InsightRaised;
import app.backtrack.events.InsightEvent.InsightWithdrawn;
import app.backtrack.events.PatientEvent;
import app.backtrack.events.PatientEvent.PatientEnrolled;
import app.backtrack.events.PatientEvent.PatientErased;
import app.backtrack.events.PatientRef;
import app.backtrack.events.ProgramEvent;
import app.backtrack.notification.Fingerprint;
import app.backtrack.notification.alert.AlertId;
import app.backtrack.notification.webhook.HookType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Says what of an event a clinic's software is told: that something happened, to whom, and nothing clinical. */
final class HookBodyRules {
    private HookBodyRules() {}

    /** The kind of message about an event; empty for what is told to nobody. */
    static Optional<HookType> type(EventEnvelope<?> event) {
        return switch (event.data()) {
            case PatientEnrolled enrolled -> Optional.of(HookType.PATIENT_ENROLLED);
            // A message would keep the patient's id where it was to be deleted.
            case PatientErased erased -> Optional.empty();
            case PatientEvent patient -> Optional.of(HookType.PATIENT_CHANGED);
            case ProgramEvent program -> Optional.of(HookType.PROGRAM_CHANGED);
            case InsightRaised raised -> Optional.of(HookType.ALERT_RAISED);
            case InsightWithdrawn withdrawn -> Optional.of(HookType.ALERT_WITHDRAWN);
            case FactEvent fact -> Optional.empty();
            case AlertEvent alert -> Optional.empty();
            case AccessEvent access -> Optional.empty();
            case ErasureEvent erasure -> Optional.empty();
        };
    }

    /** The {@code webhook-id} of the message about an event: the same after a replay of the log. */
    static String id(EventEnvelope<?> event) {
        return id(event.subject().key() + "|" + event.type().wireName() + "|" + event.id());
    }

    /** A {@code webhook-id} that says nothing of what it was made from. */
    static String id(String unique) {
        return "msg_" + Fingerprint.of(unique);
    }

    /** The body about an event. */
    static String body(HookType type, EventEnvelope<?> event) {
        PatientRef patient = event.subject();
        Map<String, Object> ids = new TreeMap<>();
        ids.put("clinicId", patient.clinic().value());
        ids.put("patientId", patient.patient().toString());
        switch (event.data()) {
            case ProgramEvent program -> {
                ids.put("programId", program.programId().toString());
                ids.put("version", program.version());
            }
            case InsightRaised raised -> ids.put("alertId", alertId(patient, raised.insightId()));
            case InsightWithdrawn withdrawn -> ids.put("alertId", alertId(patient, withdrawn.insightId()));
            case PatientEvent patientEvent -> {}
            case FactEvent fact -> {}
            case AlertEvent alert -> {}
            case AccessEvent access -> {}
            case ErasureEvent erasure -> {}
        }
        return body(type, event.recordedAt(), ids);
    }

    /** A body as Standard Webhooks recommends it: type, timestamp, data. */
    static String body(HookType type, Instant at, Map<String, Object> ids) {
        return new String(
                EventJson.write(
                        new TreeMap<>(Map.of("type", type.wireName(), "timestamp", at.toString(), "data", ids))),
                StandardCharsets.UTF_8);
    }

    /** Joins a raised alert and its withdrawal without saying which rule it is of. */
    private static String alertId(PatientRef patient, String insightId) {
        return AlertId.of(patient, insightId).value();
    }
}
