package app.backtrack.tracking.rule;

import static app.backtrack.events.InsightRule.LONG_SILENCE;
import static app.backtrack.events.InsightRule.SILENCE;
import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.events.Severity;
import app.backtrack.tracking.insight.Settings;
import app.backtrack.tracking.insight.Standing;
import app.backtrack.tracking.journal.Facts;
import app.backtrack.tracking.journal.JournalEntry;
import app.backtrack.tracking.progress.ProgressProjection;
import app.backtrack.tracking.progress.ProgressView;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** In September Berlin is two hours ahead of UTC. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SilenceRulesTest {
    private static final LocalDate START = LocalDate.of(2026, 9, 1);

    @Test
    void a_program_of_which_nothing_was_heard_is_silent_49_hours_after_it_was_prescribed() {
        ProgressView view = view(Prescriptions.daily(START));

        assertThat(At.at(SILENCE, view, "2026-09-03T07:59:59.999Z")).isEmpty();
        assertThat(At.at(SILENCE, view, "2026-09-03T08:00:00Z")).singleElement().satisfies(silence -> {
            assertThat(silence.insightId()).isEqualTo("silence/1/2026-09-03");
            assertThat(silence.severity()).isEqualTo(Severity.LOW);
            assertThat(silence.before()).isEqualTo("never-heard");
            assertThat(silence.numbers()).containsEntry("hours", BigDecimal.valueOf(49));
            assertThat(silence.span()).isNull();
        });
    }

    @Test
    void silence_is_counted_from_the_last_recording_which_is_its_evidence() {
        JournalEntry last = scoreRecorded(2, START.plusDays(1), "2026-09-02T18:00:00Z");
        List<JournalEntry> entries = List.of(scoreRecorded(1, START, "2026-09-01T18:00:00Z"), last);
        ProgressView view =
                ProgressProjection.foldAll(Prescriptions.daily(START).care(), entries);

        assertThat(At.at(SILENCE, view, "2026-09-04T18:59:59Z")).isEmpty();
        Standing silence = At.at(SILENCE, view, "2026-09-04T19:00:00Z").getFirst();

        assertThat(silence.since()).isEqualTo(LocalDate.of(2026, 9, 4));
        assertThat(silence.before()).isEqualTo("heard");
        assertThat(At.evidence(silence, entries)).containsExactly(last.fact().eventId());
    }

    @Test
    void the_next_silence_is_another_insight() {
        ProgressView first = view(Prescriptions.daily(START));
        ProgressView heardAgain =
                view(Prescriptions.daily(START), scoreRecorded(1, START.plusDays(2), "2026-09-03T20:00:00Z"));

        assertThat(At.at(SILENCE, first, "2026-09-03T19:00:00Z"))
                .extracting(Standing::insightId)
                .containsExactly("silence/1/2026-09-03");
        assertThat(At.at(SILENCE, heardAgain, "2026-09-03T20:01:00Z")).isEmpty();
        assertThat(At.at(SILENCE, heardAgain, "2026-09-06T12:00:00Z"))
                .extracting(Standing::insightId)
                .containsExactly("silence/1/2026-09-05");
    }

    @Test
    void fourteen_days_are_a_long_silence() {
        ProgressView view = view(Prescriptions.daily(START));

        assertThat(At.at(LONG_SILENCE, view, "2026-09-15T06:59:59Z")).isEmpty();
        assertThat(At.at(LONG_SILENCE, view, "2026-09-15T07:00:00Z"))
                .singleElement()
                .satisfies(silence -> {
                    assertThat(silence.insightId()).isEqualTo("long-silence/1/2026-09-15");
                    assertThat(silence.severity()).isEqualTo(Severity.HIGH);
                    assertThat(silence.before()).isEqualTo("silence");
                });
    }

    @Test
    void nobody_is_silent_who_has_nothing_to_do() {
        assertThat(At.on(SILENCE, view(Prescriptions.daily(START).pausedFrom(1)), START.plusDays(7)))
                .isEmpty();
        assertThat(At.on(SILENCE, view(Prescriptions.daily(START).stoppedFrom(1)), START.plusDays(7)))
                .isEmpty();
        assertThat(At.on(SILENCE, view(Prescriptions.daily(START).dischargedOn(6)), START.plusDays(7)))
                .isEmpty();
        assertThat(At.on(SILENCE, view(Prescriptions.daily(START)), START.plusWeeks(12)))
                .isEmpty();
        assertThat(At.on(SILENCE, ProgressView.EMPTY, START)).isEmpty();
    }

    @Test
    void after_a_pause_silence_is_counted_anew() {
        ProgressView view = view(Prescriptions.daily(START).pausedFrom(5).resumedFrom(20));

        assertThat(At.at(SILENCE, view, "2026-09-22T22:59:59Z")).isEmpty();
        assertThat(At.at(SILENCE, view, "2026-09-22T23:00:00Z"))
                .extracting(Standing::since)
                .containsExactly(LocalDate.of(2026, 9, 23));
    }

    @Test
    void time_changes_something_at_midnight_or_earlier_when_a_silence_begins() {
        ProgressView view = view(Prescriptions.daily(START));

        assertThat(nextChange(view, "2026-09-02T12:00:00Z")).isEqualTo("2026-09-02T22:00:00Z");
        assertThat(nextChange(view, "2026-09-03T05:00:00Z")).isEqualTo("2026-09-03T08:00:00Z");
        assertThat(nextChange(view, "2026-09-03T08:00:00Z")).isEqualTo("2026-09-03T22:00:00Z");
        assertThat(nextChange(view, "2026-11-24T12:00:00Z")).isEqualTo("2026-11-24T23:00:00Z");
    }

    @Test
    void time_changes_nothing_once_the_program_and_its_last_review_are_over() {
        assertThat(nextChange(view(Prescriptions.daily(START)), "2026-11-25T12:00:00Z"))
                .isNull();
        assertThat(nextChange(view(Prescriptions.daily(START).stoppedFrom(3)), "2026-09-05T12:00:00Z"))
                .isNull();
    }

    private static @Nullable String nextChange(ProgressView view, String now) {
        Instant instant = Instant.parse(now);
        Instant next = StandingRules.nextChange(
                view, Settings.ByDate.SHIPPED, view.care().patient().today(instant), instant);
        return next == null ? null : next.toString();
    }

    private static ProgressView view(Prescriptions prescriptions, JournalEntry... entries) {
        return ProgressProjection.foldAll(prescriptions.care(), List.of(entries));
    }

    private static JournalEntry scoreRecorded(int n, LocalDate date, String recordedAt) {
        return Facts.entry(Facts.score(n, 1, date, 4), Instant.parse(recordedAt));
    }
}
