package app.backtrack.tracking.projection;

import app.backtrack.events.Actor;
import app.backtrack.events.AlertEvent.AlertSnoozed;
import app.backtrack.events.AlertEvent.RedFlagClosed;
import app.backtrack.events.AlertOutcome;
import app.backtrack.events.BacktrackEvent;
import app.backtrack.events.ClinicId;
import app.backtrack.events.EventEnvelope;
import app.backtrack.events.FactEvent;
import app.backtrack.events.PatientEvent.PatientEnrolled;
import app.backtrack.events.PatientId;
import app.backtrack.events.PatientRef;
import app.backtrack.events.ProgramEvent.Frequency;
import app.backtrack.events.ProgramEvent.PlannedExercise;
import app.backtrack.events.ProgramEvent.ProgramPlan;
import app.backtrack.events.ProgramEvent.ProgramPrescribed;
import app.backtrack.events.ProgramEvent.Sides;
import app.backtrack.events.Role;
import app.backtrack.events.SideRule;
import app.backtrack.testkit.quarkus.Tokens;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** Events of one patient of a test's own, as the record loop would hand them over. */
final class Bench {
    static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

    private final PatientRef patient =
            new PatientRef(new ClinicId(Tokens.newClinic()), new PatientId(UUID.randomUUID()));

    PatientRef patient() {
        return patient;
    }

    EventEnvelope<?> enrolled() {
        return event("patient/" + patient.patient() + "/1", new PatientEnrolled(1, TODAY, "UTC", List.of()));
    }

    /** A program of 12 weeks with one exercise each day. */
    EventEnvelope<?> prescribed(LocalDate startsOn, Instant recordedAt) {
        UUID program = UUID.randomUUID();
        PlannedExercise bridge = new PlannedExercise(
                "bridge",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Sides.of(SideRule.TWO_SIDED),
                Frequency.daily(),
                null,
                null);
        ProgramPlan plan = new ProgramPlan(
                "lower-back-starter", "Lower back", startsOn, 12, List.of(), List.of(bridge), List.of());
        return event(
                "program/" + program + "/1",
                recordedAt.truncatedTo(ChronoUnit.MILLIS),
                new ProgramPrescribed(program, 1, startsOn, plan, null));
    }

    /** A clinician's closing of the red flags of screens. */
    EventEnvelope<?> closed(String insight, UUID... screens) {
        return event(
                "alert/" + UUID.randomUUID(),
                new RedFlagClosed(insight, List.of(screens), AlertOutcome.REFERRED, null));
    }

    /** A clinician's word that the alert is to come back later. */
    EventEnvelope<?> snoozed(String insight) {
        return event("alert/" + UUID.randomUUID(), new AlertSnoozed(insight, Instant.now()));
    }

    EventEnvelope<?> event(FactEvent fact) {
        return event(fact.eventId(), fact);
    }

    private EventEnvelope<?> event(String id, BacktrackEvent data) {
        return event(id, Instant.now().truncatedTo(ChronoUnit.MILLIS), data);
    }

    private EventEnvelope<?> event(String id, Instant recordedAt, BacktrackEvent data) {
        return new EventEnvelope<>(id, patient, recordedAt, new Actor(Role.PATIENT, "any"), null, null, data);
    }
}
