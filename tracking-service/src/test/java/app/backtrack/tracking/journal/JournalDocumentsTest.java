package app.backtrack.tracking.journal;

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
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class JournalDocumentsTest {
    private static final PatientRef PATIENT = PatientRef.of("alpenblick/4d2f8c1e-97a6-4b03-8e5f-1c6d90b7a2e4");
    private static final String FORMER = """
            {"programId": "6f1c2a94-3d0e-4b57-9a41-8e5d27c0b613", "version": 3, "effectiveFrom": "2026-10-05",
             "plan": {"template": "back-basics", "name": "Back basics", "startsOn": "2026-09-07", "weeks": 12,
                      "items": [{"exercise": "cat-cow", "eachSide": false, "timesPerWeek": 7}]}}""";

    @Test
    void an_event_that_was_entered_in_a_former_form_is_read_as_what_it_means_today() {
        ProgramPlan plan = new ProgramPlan(
                "back-basics",
                "Back basics",
                LocalDate.of(2026, 9, 7),
                12,
                List.of(),
                List.of(new PlannedExercise(
                        "cat-cow",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        Sides.of(SideRule.TWO_SIDED),
                        Frequency.timesPerWeek(7),
                        null,
                        null)),
                List.of());

        assertThat(JournalDocuments.read(PATIENT, stored("app.backtrack.program-paused.v1", FORMER)))
                .isEqualTo(new EventEnvelope<>(
                        "program/3",
                        PATIENT,
                        Instant.parse("2026-10-05T09:30:00.125Z"),
                        new Actor(Role.THERAPIST, "th-okafor"),
                        null,
                        null,
                        new ProgramPaused(
                                UUID.fromString("6f1c2a94-3d0e-4b57-9a41-8e5d27c0b613"),
                                3,
                                LocalDate.of(2026, 10, 5),
                                plan,
                                null)));
    }

    @Test
    void an_event_of_an_unknown_type_or_form_is_not_taken_for_another() {
        assertThatThrownBy(() -> JournalDocuments.read(PATIENT, stored("app.backtrack.program-paused.v9", FORMER)))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> JournalDocuments.read(PATIENT, stored("app.backtrack.program-paused.v2", FORMER)))
                .isInstanceOf(IllegalStateException.class);
    }

    private static Document stored(String type, String json) {
        return new Document("type", type)
                .append("id", "program/3")
                .append("data", json)
                .append("recorded", "2026-10-05T09:30:00.125Z therapist:th-okafor");
    }
}
