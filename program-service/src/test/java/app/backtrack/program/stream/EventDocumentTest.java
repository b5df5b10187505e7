package app.backtrack.program.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.backtrack.events.Actor;
import app.backtrack.events.EventEnvelope;
import app.backtrack.events.PatientRef;
import app.backtrack.events.ProgramEvent.Frequency;
import app.backtrack.events.ProgramEvent.PlannedExercise;
import app.backtrack.events.ProgramEvent.ProgramPaused;
import app.backtrack.events.ProgramEvent.ProgramPlan;
import app.backtrack.events.ProgramEvent.Sides;
import app.backtrack.events.Role;
import app.backtrack.events.SideRule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EventDocumentTest {
    private static final PatientRef PATIENT = PatientRef.of("alpenblick/4d2f8c1e-97a6-4b03-8e5f-1c6d90b7a2e4");
    private static final Instant RECORDED_AT = Instant.parse("2026-10-05T09:30:00.125Z");
    private static final EventEnvelope<ProgramPaused> PAUSED = new EventEnvelope<>(
            "program/6f1c2a94-3d0e-4b57-9a41-8e5d27c0b613/3",
            PATIENT,
            RECORDED_AT,
            new Actor(Role.THERAPIST, "th-okafor"),
            "request-7c1e",
            null,
            new ProgramPaused(
                    UUID.fromString("6f1c2a94-3d0e-4b57-9a41-8e5d27c0b613"),
                    3,
                    LocalDate.of(2026, 10, 5),
                    new ProgramPlan(
                            "back-basics",
                            "Back basics",
                            LocalDate.of(2026, 9, 7),
                            12,
                            List.of(),
                            List.of(new PlannedExercise(
                                    "bird-dog",
                                    null,
                                    null,
                                    null,
                                    null,
                                    null,
                                    null,
                                    null,
                                    Sides.of(SideRule.EACH),
                                    Frequency.timesPerWeek(4),
                                    null,
                                    null)),
                            List.of()),
                    "Travelling."));

    @Test
    void an_event_is_read_as_it_was_written() {
        assertThat(EventDocument.read(EventDocument.of(PAUSED), PATIENT)).isEqualTo(PAUSED);
    }

    @Test
    void an_event_that_was_stored_in_a_former_form_is_read_as_what_it_means_today() {
        Document stored = stored("app.backtrack.program-paused.v1", """
                {"programId": "6f1c2a94-3d0e-4b57-9a41-8e5d27c0b613", "version": 3, "effectiveFrom": "2026-10-05",
                 "plan": {"template": "back-basics", "name": "Back basics", "startsOn": "2026-09-07", "weeks": 12,
                          "items": [{"exercise": "bird-dog", "eachSide": true, "timesPerWeek": 4}]},
                 "reason": "Travelling."}""");

        assertThat(EventDocument.read(stored, PATIENT)).isEqualTo(PAUSED);
    }

    @Test
    void an_event_of_an_unknown_type_or_form_is_not_taken_for_another() {
        assertThatThrownBy(() -> EventDocument.read(stored("app.backtrack.program-paused.v9", "{}"), PATIENT))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> EventDocument.read(stored("app.backtrack.program-paused.v1", "{}"), PATIENT))
                .isInstanceOf(IllegalStateException.class);
    }

    private static Document stored(String type, String json) {
        return new Document("id", PAUSED.id())
                .append("type", type)
                .append("recordedAt", Date.from(RECORDED_AT))
                .append("actor", "therapist:th-okafor")
                .append("correlationId", "request-7c1e")
                .append("data", Document.parse(json));
    }
}
