package app.backtrack.tracking.rule;

import static app.backtrack.tracking.journal.Facts.entry;
import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.events.InsightRule;
import app.backtrack.events.Severity;
import app.backtrack.tracking.insight.Standing;
import app.backtrack.tracking.journal.Facts;
import app.backtrack.tracking.journal.JournalEntry;
import app.backtrack.tracking.progress.ProgressProjection;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LapseRulesTest {
    private static final LocalDate START = LocalDate.of(2026, 9, 1);

    @Test
    void two_due_days_without_data_while_pain_rises_are_a_lapse() {
        List<Standing> lapses = lapses(Prescriptions.daily(START), "345", 2);

        assertThat(lapses).hasSize(1);
        Standing lapse = lapses.getFirst();
        assertThat(lapse.insightId()).isEqualTo("adherence-lapse/1/2026-09-03");
        assertThat(lapse.severity()).isEqualTo(Severity.HIGH);
        assertThat(lapse.before()).isEqualTo("data");
        assertThat(lapse.numbers())
                .isEqualTo(new TreeMap<>(Map.of(
                        "dueDays", BigDecimal.valueOf(2),
                        "painFrom", new BigDecimal("3.00"),
                        "painTo", new BigDecimal("5.00"))));
    }

    @Test
    void neither_pain_nor_missing_data_alone_is_one() {
        assertThat(lapses(Prescriptions.daily(START), "344", 2)).isEmpty();
        assertThat(lapses(Prescriptions.daily(START), "543", 2)).isEmpty();
        assertThat(lapses(Prescriptions.daily(START), "345", 2, 1)).isEmpty();
        assertThat(lapses(Prescriptions.daily(START), "345", 2, 0)).isEmpty();
    }

    @Test
    void today_is_not_over_and_so_not_missed() {
        assertThat(lapses(Prescriptions.daily(START), ".345", 3, 1)).isEmpty();
        assertThat(lapses(Prescriptions.daily(START), "..345", 4, 1)).hasSize(1);
    }

    @Test
    void days_without_a_score_are_left_out_but_old_scores_are_no_rise() {
        assertThat(lapses(Prescriptions.daily(START), "3..4..5", 6)).hasSize(1);
        assertThat(lapses(Prescriptions.daily(START), "3...4...5", 8)).isEmpty();
    }

    /** Three times a week can begin on the fifth day; from then on each day is needed. */
    @Test
    void what_is_due_some_days_a_week_is_missed_on_the_days_that_the_week_cannot_spare() {
        assertThat(lapses(Prescriptions.threeTimesAWeek(START), "345", 2)).isEmpty();
        assertThat(lapses(Prescriptions.threeTimesAWeek(START), "...345", 5)).isEmpty();
        assertThat(lapses(Prescriptions.threeTimesAWeek(START), "....345", 6)).hasSize(1);
        assertThat(lapses(Prescriptions.threeTimesAWeek(START), "....345", 6, 0, 1))
                .isEmpty();
    }

    @Test
    void a_paused_program_has_no_lapse() {
        assertThat(lapses(Prescriptions.daily(START).pausedFrom(2), "345", 2)).isEmpty();
    }

    private static List<Standing> lapses(Prescriptions prescriptions, String diary, int day, int... daysWithSession) {
        List<JournalEntry> entries = new ArrayList<>(StandingRulesTest.entries(diary));
        for (int session : daysWithSession) {
            entries.add(entry(Facts.session(100 + session, 1, START.plusDays(session))));
        }
        return At.on(
                InsightRule.ADHERENCE_LAPSE,
                ProgressProjection.foldAll(prescriptions.care(), entries),
                START.plusDays(day));
    }
}
