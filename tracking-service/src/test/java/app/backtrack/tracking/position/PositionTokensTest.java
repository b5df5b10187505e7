package app.backtrack.tracking.position;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.backtrack.events.Actor;
import app.backtrack.events.AmendmentReason;
import app.backtrack.events.ClinicId;
import app.backtrack.events.FactEvent;
import app.backtrack.events.PainContext;
import app.backtrack.events.PainEvent.PainScoreRecorded;
import app.backtrack.events.PainEvent.PainScoreRetracted;
import app.backtrack.events.PatientId;
import app.backtrack.events.PatientRef;
import app.backtrack.events.Role;
import app.backtrack.tracking.journal.JournalEntry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PositionTokensTest {
    private static final ClinicId CLINIC = new ClinicId("harbour-physio");
    private static final PatientId PATIENT = new PatientId(UUID.randomUUID());
    private static final PatientRef WHO = new PatientRef(CLINIC, PATIENT);

    private final PositionTokens tokens = new PositionTokens(secret("the first secret of thirty-two bytes"));

    @Test
    void a_position_names_the_parts_and_covers_their_events_alone() {
        JournalEntry score = entry(score(LocalDate.of(2026, 11, 20)));
        JournalEntry retraction = entry(new PainScoreRetracted(UUID.randomUUID(), 2, AmendmentReason.DUPLICATE));

        Position position = tokens.read(tokens.write(CLINIC, Map.of(PATIENT, List.of(score, retraction))), WHO)
                .orElseThrow();

        assertThat(position.tags()).containsOnlyKeys("2026-W47", "amendments");
        Set<String> week = position.tags().getOrDefault("2026-W47", Set.of());
        assertThat(tokens.covers(week, List.of("pain-score~other~1~00", score.key())))
                .isTrue();
        assertThat(tokens.covers(week, List.of(retraction.key()))).isFalse();
        assertThat(tokens.covers(week, List.of())).isFalse();
    }

    @Test
    void a_token_says_nothing_of_another_patient_or_the_same_pseudonym_elsewhere() {
        String token = tokens.write(CLINIC, Map.of(PATIENT, List.of(entry(score(LocalDate.of(2026, 11, 20))))));

        assertThat(tokens.read(token, new PatientRef(CLINIC, new PatientId(UUID.randomUUID()))))
                .isEmpty();
        assertThat(tokens.read(token, new PatientRef(new ClinicId("hillside-backs"), PATIENT)))
                .isEmpty();
    }

    @Test
    void what_was_changed_or_signed_by_others_is_refused() {
        String token = tokens.write(CLINIC, Map.of(PATIENT, List.of(entry(score(LocalDate.of(2026, 11, 20))))));
        PositionTokens others = new PositionTokens(secret("another secret of thirty-two bytes or more"));

        for (int i = 0; i < token.length() - 1; i++) {
            char changed = token.charAt(i) == 'A' ? 'B' : 'A';
            assertThat(tokens.read(token.substring(0, i) + changed + token.substring(i + 1), WHO))
                    .isEmpty();
        }
        assertThat(others.read(token, WHO)).isEmpty();
        assertThat(tokens.read("", WHO)).isEmpty();
        assertThat(tokens.read("no token at all!", WHO)).isEmpty();
    }

    @Test
    void five_hundred_facts_of_one_patient_fit_into_a_header() {
        List<JournalEntry> facts = IntStream.range(0, 500)
                .mapToObj(day -> entry(score(LocalDate.of(2026, 11, 20).minusDays(day % 84))))
                .toList();

        assertThat(tokens.write(CLINIC, Map.of(PATIENT, facts))).hasSizeLessThan(4_000);
    }

    @Test
    void a_short_secret_is_no_secret() {
        assertThatThrownBy(() -> new PositionTokens(secret("too short"))).isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] secret(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static JournalEntry entry(FactEvent fact) {
        return new JournalEntry(fact, Instant.EPOCH, new Actor(Role.PATIENT, "any"));
    }

    private static PainScoreRecorded score(LocalDate date) {
        return new PainScoreRecorded(
                UUID.randomUUID(),
                1,
                4,
                PainContext.NOW,
                date.atTime(12, 0).toInstant(java.time.ZoneOffset.UTC),
                "UTC",
                date,
                null,
                null,
                null,
                null);
    }
}
