package app.backtrack.tracking.caseload;

import app.backtrack.events.Actor;
import app.backtrack.events.AlertEvent.AlertAcknowledged;
import app.backtrack.events.AlertEvent.AlertClosed;
import app.backtrack.events.AlertOutcome;
import app.backtrack.events.BacktrackEvent;
import app.backtrack.events.EventEnvelope;
import app.backtrack.events.FactEvent;
import app.backtrack.events.PatientEvent;
import app.backtrack.events.PatientEvent.PatientEnrolled;
import app.backtrack.events.PatientEvent.TherapistsAssigned;
import app.backtrack.events.PatientRef;
import app.backtrack.events.ProgramEvent.Frequency;
import app.backtrack.events.ProgramEvent.PlannedExercise;
import app.backtrack.events.ProgramEvent.ProgramPlan;
import app.backtrack.events.ProgramEvent.ProgramPrescribed;
import app.backtrack.events.ProgramEvent.Sides;
import app.backtrack.events.Role;
import app.backtrack.events.SideRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** Events of a clinic's patients, as the record loop would hand them over. */
public final class Ward {
    /** The local date of all patients. */
    public static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

    private static final PlannedExercise BRIDGE = new PlannedExercise(
            "bridge",
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            Sides.of(SideRule.TWO_SIDED),
            Frequency.timesPerWeek(3),
            null,
            null);

    private Ward() {}

    /** The patient is taken on today. */
    public static EventEnvelope<?> enrolled(PatientRef patient, String... therapists) {
        return decided(patient, new PatientEnrolled(1, TODAY, "UTC", List.of(therapists)));
    }

    /** Others look after the patient. */
    public static EventEnvelope<?> assigned(PatientRef patient, int version, String... therapists) {
        return decided(patient, new TherapistsAssigned(version, List.of(therapists)));
    }

    /** A decision about the patient. */
    public static EventEnvelope<?> decided(PatientRef patient, PatientEvent event) {
        return envelope(patient, "patient/" + patient.patient() + "/" + event.version(), event);
    }

    /** A program of 12 weeks. */
    public static EventEnvelope<?> prescribed(PatientRef patient, LocalDate startsOn) {
        UUID program = UUID.randomUUID();
        ProgramPlan plan = new ProgramPlan("any", "Any", startsOn, 12, List.of(), List.of(BRIDGE), List.of());
        return envelope(patient, "program/" + program + "/1", new ProgramPrescribed(program, 1, startsOn, plan, null));
    }

    /** A clinician did away with an alert. */
    public static EventEnvelope<?> closed(PatientRef patient, String insight) {
        return envelope(
                patient, "alert/" + UUID.randomUUID(), new AlertClosed(insight, AlertOutcome.NOT_RELEVANT, null));
    }

    /** A clinician takes care of an alert. */
    public static EventEnvelope<?> acknowledged(PatientRef patient, String insight) {
        return envelope(patient, "alert/" + UUID.randomUUID(), new AlertAcknowledged(insight));
    }

    /** A fact of the patient. */
    public static EventEnvelope<?> fact(PatientRef patient, FactEvent fact) {
        return envelope(patient, fact.eventId(), fact);
    }

    private static EventEnvelope<?> envelope(PatientRef patient, String id, BacktrackEvent event) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        Role role = event instanceof FactEvent ? Role.PATIENT : Role.THERAPIST;
        return new EventEnvelope<>(id, patient, now, new Actor(role, "any"), null, null, event);
    }
}
