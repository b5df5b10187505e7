package app.backtrack.tracking.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.tracking.care.CareView;
import app.backtrack.tracking.care.Programs;
import app.backtrack.tracking.journal.Facts;
import app.backtrack.tracking.journal.JournalEntry;
import app.backtrack.tracking.outcome.WeekOutcome.State;
import app.backtrack.tracking.progress.ProgressProjection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OutcomeRulesTest {
    private static final LocalDate START = LocalDate.of(2026, 8, 3);

    @Test
    void each_week_is_measured_against_the_baseline_by_the_threshold_of_that_start() {
        // From 6, two points are a change that matters; 30 % are reached at 4.2, 50 % at 3.
        assertThat(outcomes(Programs.startingOn(START), "6..5.4.3...3", START.plusWeeks(12)))
                .containsExactly(
                        new WeekOutcome(4, State.MEASURED, false, false, false),
                        new WeekOutcome(6, State.MEASURED, true, true, false),
                        new WeekOutcome(8, State.MEASURED, true, true, true),
                        new WeekOutcome(12, State.MEASURED, true, true, true));
    }

    @Test
    void a_week_counts_once_it_is_over() {
        CareView care = Programs.startingOn(START);

        assertThat(outcomes(care, "6..5", START.plusDays(27)).getFirst().state())
                .isEqualTo(State.NOT_REACHED);
        assertThat(outcomes(care, "6..5", START.plusDays(28)).getFirst().state())
                .isEqualTo(State.MEASURED);
    }

    @Test
    void without_a_baseline_or_without_scores_in_the_week_the_data_is_too_thin() {
        CareView care = Programs.startingOn(START);

        assertThat(outcomes(care, ".....5", START.plusWeeks(6)).get(1).state()).isEqualTo(State.THIN_DATA);
        assertThat(outcomes(care, "6", START.plusWeeks(6)).get(1).state()).isEqualTo(State.THIN_DATA);
    }

    @Test
    void a_baseline_in_week_4_is_not_compared_with_itself() {
        List<WeekOutcome> weeks = outcomes(Programs.startingOn(START), "...6.2", START.plusWeeks(6));

        assertThat(weeks.get(0).state()).isEqualTo(State.THIN_DATA);
        assertThat(weeks.get(1)).isEqualTo(new WeekOutcome(6, State.MEASURED, true, true, true));
    }

    @Test
    void who_completed_earlier_is_finished_unless_they_went_on_scoring() {
        CareView care = Programs.completed(START, START.plusWeeks(5));

        List<WeekOutcome> weeks = outcomes(care, "6..5.......2", START.plusWeeks(12));

        assertThat(weeks)
                .extracting(WeekOutcome::state)
                .containsExactly(State.MEASURED, State.FINISHED, State.FINISHED, State.MEASURED);
    }

    @Test
    void who_stopped_or_was_discharged_dropped_out() {
        CareView stopped = Programs.stopped(START, START.plusWeeks(5));
        CareView discharged = Programs.discharged(START, START.plusWeeks(5));

        assertThat(outcomes(stopped, "6..5", START.plusWeeks(6)))
                .extracting(WeekOutcome::state)
                .containsExactly(State.MEASURED, State.DROPPED_OUT, State.DROPPED_OUT, State.DROPPED_OUT);
        assertThat(outcomes(discharged, "6..5", START.plusWeeks(6)))
                .extracting(WeekOutcome::state)
                .containsExactly(State.MEASURED, State.DROPPED_OUT, State.DROPPED_OUT, State.DROPPED_OUT);
    }

    /** Outcomes of the one program, of a diary with one character a week: the score of three of its days, or none. */
    private static List<WeekOutcome> outcomes(CareView care, String weeks, LocalDate today) {
        List<JournalEntry> journal = new ArrayList<>();
        for (int week = 0; week < weeks.length(); week++) {
            for (int day = 0; day < 3 && weeks.charAt(week) != '.'; day++) {
                LocalDate date = START.plusWeeks(week).plusDays(day);
                journal.add(Facts.entry(Facts.score(10 * week + day, 1, date, weeks.charAt(week) - '0')));
            }
        }
        return OutcomeRules.of(ProgressProjection.foldAll(care, journal), today)
                .getFirst()
                .weeks();
    }
}
