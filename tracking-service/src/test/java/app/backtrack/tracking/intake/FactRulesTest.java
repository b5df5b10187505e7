package app.backtrack.tracking.intake;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.events.AmendmentReason;
import app.backtrack.events.ExerciseSide;
import app.backtrack.events.FactKind;
import app.backtrack.events.PainContext;
import app.backtrack.events.PainEvent.PainScoreRecorded;
import app.backtrack.events.PainEvent.PainScoreRetracted;
import app.backtrack.runtime.http.Problem.Flaw;
import app.backtrack.tracking.intake.FactDraft.ReportDraft;
import app.backtrack.tracking.intake.FactDraft.RetractionDraft;
import app.backtrack.tracking.intake.FactRules.Checked;
import app.backtrack.tracking.intake.SessionRequest.ExerciseRequest;
import app.backtrack.tracking.intake.SessionRequest.SetRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FactRulesTest {
    private static final UUID ID = UUID.randomUUID();
    private static final Instant NOW = Instant.parse("2026-11-20T18:30:00Z");
    private static final LocalDate EARLIEST = LocalDate.of(2025, 9, 1);

    @Test
    void the_local_date_is_that_of_the_patients_zone() {
        Checked checked = check(score(1, "2026-11-19T23:30:00Z", "Europe/Berlin", null, null));

        assertThat(checked)
                .isEqualTo(new Checked.Sound(new PainScoreRecorded(
                        ID,
                        1,
                        4,
                        PainContext.AVERAGE_24H,
                        Instant.parse("2026-11-19T23:30:00Z"),
                        "Europe/Berlin",
                        LocalDate.of(2026, 11, 20),
                        null,
                        null,
                        null,
                        null)));
    }

    @Test
    void moments_are_kept_to_the_millisecond() {
        Checked checked = check(score(1, "2026-11-19T10:00:00.123456789Z", "Europe/Berlin", null, null));

        assertThat(checked)
                .isInstanceOfSatisfying(
                        Checked.Sound.class,
                        sound -> assertThat(((PainScoreRecorded) sound.fact()).occurredAt())
                                .isEqualTo(Instant.parse("2026-11-19T10:00:00.123Z")));
    }

    @Test
    void a_telephones_clock_may_run_five_minutes_ahead_and_no_more() {
        assertThat(check(score(1, "2026-11-20T18:35:00Z", "UTC", null, null))).isInstanceOf(Checked.Sound.class);
        assertThat(flaws(score(1, "2026-11-20T18:35:00.001Z", "UTC", null, null)))
                .extracting(Flaw::pointer)
                .containsExactly("/occurredAt");
    }

    @Test
    void facts_reach_back_to_the_first_local_date_and_no_further() {
        assertThat(check(score(1, "2025-08-31T22:00:00Z", "Europe/Berlin", null, null)))
                .isInstanceOf(Checked.Sound.class);
        assertThat(flaws(score(1, "2025-08-31T21:59:59.999Z", "Europe/Berlin", null, null)))
                .extracting(Flaw::pointer)
                .containsExactly("/occurredAt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Europe/Atlantis", "+02:00", "UTC+2", "europe/berlin", "", "CEST"})
    void a_zone_is_one_of_the_iana_list(String zone) {
        assertThat(flaws(score(1, "2026-11-19T10:00:00Z", zone, null, null)))
                .extracting(Flaw::pointer)
                .containsExactly("/zone");
    }

    @Test
    void a_correction_has_a_reason_and_an_original_has_none() {
        AmendmentReason reason = AmendmentReason.WRONG_VALUE;

        assertThat(check(score(2, "2026-11-19T10:00:00Z", "UTC", null, reason))).isInstanceOf(Checked.Sound.class);
        assertThat(flaws(score(2, "2026-11-19T10:00:00Z", "UTC", null, null)))
                .extracting(Flaw::pointer)
                .containsExactly("/reason");
        assertThat(flaws(score(1, "2026-11-19T10:00:00Z", "UTC", null, reason)))
                .extracting(Flaw::pointer)
                .containsExactly("/reason");
    }

    @Test
    void half_a_surrogate_pair_is_no_note() {
        assertThat(flaws(score(1, "2026-11-19T10:00:00Z", "UTC", "sad \ud83d", null)))
                .extracting(Flaw::pointer)
                .containsExactly("/note");
        assertThat(check(score(1, "2026-11-19T10:00:00Z", "UTC", "sad \ud83d\ude22", null)))
                .isInstanceOf(Checked.Sound.class);
    }

    @Test
    void a_set_has_repetitions_or_a_hold() {
        assertThat(flaws(session(new SetRequest(ExerciseSide.LEFT, null, null, 500), 1)))
                .extracting(Flaw::pointer)
                .containsExactly("/exercises/0/sets/0");
        assertThat(check(session(new SetRequest(ExerciseSide.LEFT, null, 30, null), 1)))
                .isInstanceOf(Checked.Sound.class);
    }

    @Test
    void a_fact_is_at_most_8_kB() {
        assertThat(flaws(session(new SetRequest(ExerciseSide.LEFT, 12, 30, 5_000), 20 * 30)))
                .extracting(Flaw::pointer)
                .containsExactly("");
    }

    @Test
    void every_flaw_is_named_at_once() {
        assertThat(flaws(score(2, "2027-11-19T10:00:00Z", "UTC", null, null)))
                .extracting(Flaw::pointer)
                .containsExactlyInAnyOrder("/reason", "/occurredAt");
    }

    @Test
    void a_retraction_follows_a_report() {
        assertThat(FactRules.check(retraction(2), EARLIEST, NOW))
                .isEqualTo(new Checked.Sound(new PainScoreRetracted(ID, 2, AmendmentReason.DUPLICATE)));
        assertThat(FactRules.check(retraction(1), EARLIEST, NOW)).isInstanceOf(Checked.Flawed.class);
    }

    private static RetractionDraft retraction(int revision) {
        return new RetractionDraft(FactKind.PAIN_SCORE, ID, revision, AmendmentReason.DUPLICATE);
    }

    private static PainScoreRequest score(
            int revision, String at, String zone, @Nullable String note, @Nullable AmendmentReason reason) {
        return new PainScoreRequest(
                revision, 4, PainContext.AVERAGE_24H, Instant.parse(at), zone, null, null, note, reason);
    }

    /** Sets are spread over exercises of twenty each. */
    private static SessionRequest session(SetRequest set, int sets) {
        int each = Math.min(sets, 20);
        ExerciseRequest exercise = new ExerciseRequest("side-plank", null, Collections.nCopies(each, set), null, null);
        return new SessionRequest(
                1, Collections.nCopies(sets / each, exercise), null, NOW.minusSeconds(60), "UTC", null, null);
    }

    private static Checked check(ReportRequest request) {
        return FactRules.check(new ReportDraft(ID, request), EARLIEST, NOW);
    }

    private static List<Flaw> flaws(ReportRequest request) {
        return check(request) instanceof Checked.Flawed flawed ? flawed.flaws() : List.of();
    }
}
