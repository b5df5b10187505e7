package app.backtrack.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Envelopes for tests, of fictional patients. */
final class Envelopes {
    static final PatientRef PATIENT = PatientRef.of("alpenblick/4d2f8c1e-97a6-4b03-8e5f-1c6d90b7a2e4");
    static final PatientRef OTHER_PATIENT = PatientRef.of("seeufer/4d2f8c1e-97a6-4b03-8e5f-1c6d90b7a2e4");
    static final Instant RECORDED_AT = Instant.parse("2026-11-20T18:31:07.482Z");
    static final Actor ACTOR = new Actor(Role.PATIENT, "4d2f8c1e-97a6-4b03-8e5f-1c6d90b7a2e4");

    private Envelopes() {}

    /** A pain score with every attribute that an event can have. */
    static EventEnvelope<PainEvent.PainScoreRecorded> painScore() {
        return of(score(4));
    }

    static PainEvent.PainScoreRecorded score(int score) {
        return new PainEvent.PainScoreRecorded(
                UUID.fromString("0192f5d9-2b40-7c16-b3f8-c47a90e1d52f"),
                2,
                score,
                PainContext.AVERAGE_24H,
                Instant.parse("2026-11-20T18:30:00Z"),
                "Europe/Berlin",
                LocalDate.of(2026, 11, 20),
                BodySite.LOWER_BACK,
                BodySide.LEFT,
                "Better after the walk.",
                AmendmentReason.WRONG_VALUE);
    }

    /** Any event; a fact gets the id that follows from it. */
    static <E extends BacktrackEvent> EventEnvelope<E> of(E event) {
        String id = event instanceof FactEvent fact ? fact.eventId() : "test/1";
        return new EventEnvelope<>(id, PATIENT, RECORDED_AT, ACTOR, "request-7c1e", "session/5a/1", event);
    }
}
