package app.backtrack.program.prescription;

import app.backtrack.events.Actor;
import app.backtrack.events.EventEnvelope;
import app.backtrack.events.PatientRef;
import app.backtrack.events.ProgramEvent;
import app.backtrack.events.ProgramEvent.ProgramPaused;
import app.backtrack.events.ProgramEvent.ProgramPlan;
import app.backtrack.events.ProgramEvent.ProgramPrescribed;
import app.backtrack.events.ProgramEvent.ProgramResumed;
import app.backtrack.events.ProgramEvent.ProgramRevised;
import app.backtrack.events.ProgramStatus;
import app.backtrack.events.Role;
import app.backtrack.program.item.Items;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Versions of one made-up program, as a stream holds them. */
final class Versions {
    static final LocalDate START = LocalDate.of(2026, 9, 1);

    private static final UUID ID = UUID.fromString("0198c0de-0000-7000-8000-000000000001");
    private static final PatientRef PATIENT = PatientRef.of("harbour-physio/0198c0de-0000-7000-8000-000000000002");
    private static final ProgramPlan PLAN = new ProgramPlan(
            "starter",
            "Starter",
            START,
            12,
            List.of(),
            List.of(Items.of("plank").item().plannedExercise()),
            List.of());

    private Versions() {}

    static EventEnvelope<ProgramEvent> prescribed(Instant at, LocalDate from) {
        return by(Role.THERAPIST, at, null, new ProgramPrescribed(ID, 1, from, PLAN, null));
    }

    static EventEnvelope<ProgramEvent> revised(int version, Instant at, LocalDate from) {
        return by(Role.THERAPIST, at, null, new ProgramRevised(ID, version, from, PLAN, null, ProgramStatus.ACTIVE));
    }

    static EventEnvelope<ProgramEvent> paused(int version, Instant at, LocalDate from) {
        return by(Role.THERAPIST, at, null, new ProgramPaused(ID, version, from, PLAN, null));
    }

    static EventEnvelope<ProgramEvent> pausedBecauseOf(String cause, int version, Instant at) {
        return by(Role.BACKTRACK, at, cause, new ProgramPaused(ID, version, START, PLAN, null));
    }

    static EventEnvelope<ProgramEvent> resumed(int version, Instant at) {
        return by(Role.THERAPIST, at, null, new ProgramResumed(ID, version, START, PLAN, null));
    }

    static EventEnvelope<ProgramEvent> revisedWhilePaused(int version, Instant at) {
        return by(Role.THERAPIST, at, null, new ProgramRevised(ID, version, START, PLAN, null, ProgramStatus.PAUSED));
    }

    private static EventEnvelope<ProgramEvent> by(Role role, Instant at, @Nullable String cause, ProgramEvent event) {
        String id = "program/" + ID + "/" + event.version();
        return new EventEnvelope<>(id, PATIENT, at, new Actor(role, "somebody"), null, cause, event);
    }
}
