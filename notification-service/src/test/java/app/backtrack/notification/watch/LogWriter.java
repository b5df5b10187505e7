package app.backtrack.notification.watch;

import app.backtrack.events.Actor;
import app.backtrack.events.BacktrackEvent;
import app.backtrack.events.ClinicId;
import app.backtrack.events.EventEnvelope;
import app.backtrack.events.InsightEvent.InsightRaised;
import app.backtrack.events.InsightEvent.InsightWithdrawn;
import app.backtrack.events.InsightRule;
import app.backtrack.events.PatientEvent.PatientEnrolled;
import app.backtrack.events.PatientId;
import app.backtrack.events.PatientRef;
import app.backtrack.events.Role;
import app.backtrack.events.Severity;
import app.backtrack.runtime.log.EventPublisher;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** Writes what the other services would write about the patients of one clinic. */
final class LogWriter {
    static final LocalDate SINCE = LocalDate.of(2026, 11, 20);
    private static final Actor RULES = new Actor(Role.BACKTRACK, "tracking-service");

    private final EventPublisher publisher;
    private final ClinicId clinic;

    LogWriter(EventPublisher publisher, ClinicId clinic) {
        this.publisher = publisher;
        this.clinic = clinic;
    }

    PatientRef newPatient() {
        return new PatientRef(clinic, new PatientId(UUID.randomUUID()));
    }

    PatientRef enrolled(String... therapists) {
        PatientRef patient = newPatient();
        enrol(patient, therapists);
        return patient;
    }

    void enrol(PatientRef patient, String... therapists) {
        publish(
                patient,
                "patient/" + patient.patient() + "/1",
                Instant.now(),
                new PatientEnrolled(1, SINCE, "Europe/Berlin", List.of(therapists)));
    }

    void raise(PatientRef patient, InsightRule rule, Instant recordedAt) {
        InsightRaised insight = new InsightRaised(
                rule,
                1,
                SINCE,
                null,
                Severity.HIGH,
                null,
                new TreeMap<>(Map.of("slope-per-week", new BigDecimal("0.75"))),
                List.of("pain-score/0190c0de-0000-7000-8000-000000000001/1"));
        publish(patient, "insight/" + insight.insightId(), recordedAt, insight);
    }

    void withdraw(PatientRef patient, InsightRule rule, Instant recordedAt) {
        InsightWithdrawn withdrawal = new InsightWithdrawn(rule, 1, SINCE, null);
        publish(patient, "insight/" + withdrawal.insightId() + "/withdrawn", recordedAt, withdrawal);
    }

    private void publish(PatientRef patient, String id, Instant recordedAt, BacktrackEvent event) {
        publisher
                .publish(new EventEnvelope<>(id, patient, recordedAt, RULES, null, null, event))
                .orTimeout(10, TimeUnit.SECONDS)
                .join();
    }
}
