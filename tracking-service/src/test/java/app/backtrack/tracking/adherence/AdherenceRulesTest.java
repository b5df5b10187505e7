package app.backtrack.tracking.adherence;

import static app.backtrack.tracking.exercise.Workbook.PROGRAM;
import static app.backtrack.tracking.exercise.Workbook.day;
import static app.backtrack.tracking.exercise.Workbook.done;
import static app.backtrack.tracking.exercise.Workbook.item;
import static app.backtrack.tracking.exercise.Workbook.plan;
import static app.backtrack.tracking.exercise.Workbook.sessionEvent;
import static app.backtrack.tracking.exercise.Workbook.set;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import app.backtrack.events.ExerciseSide;
import app.backtrack.events.ProgramEvent.Frequency;
import app.backtrack.events.ProgramEvent.HabitGoal;
import app.backtrack.events.ProgramEvent.Range;
import app.backtrack.events.Repetition;
import app.backtrack.events.SkipReason;
import app.backtrack.tracking.adherence.Adherence.AdherenceItem;
import app.backtrack.tracking.adherence.Adherence.AdherenceWeek;
import app.backtrack.tracking.exercise.Workbook;
import app.backtrack.tracking.journal.Facts;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AdherenceRulesTest {
    private static final Frequency DAILY = Frequency.daily();
    private static final int LONG_AFTER = 40;

    /** 7 due, 4 done, 2 skipped, 1 silent: 4 of 7 is 0.5714, after Wilson 0.2505 to 0.8418. */
    @Test
    void a_week_by_hand() {
        Workbook book = Workbook.of(item("bridge", DAILY))
                .did(1, "bridge")
                .did(2, "bridge")
                .skipped(3, "bridge", SkipReason.PAIN)
                .did(4, "bridge")
                .skipped(5, "bridge", SkipReason.NO_TIME)
                .did(6, "bridge");

        Tally tally = adherence(book, 1, 7, LONG_AFTER).exercises();

        assertThat(tally.due()).isEqualTo(7);
        assertThat(tally.done()).isEqualTo(4);
        assertThat(tally.skipped()).isEqualTo(2);
        assertThat(tally.noData()).isEqualTo(1);
        assertThat(tally.open()).isZero();
        assertThat(tally.reasons()).containsExactly(entry(SkipReason.PAIN, 1), entry(SkipReason.NO_TIME, 1));
        assertThat(requireNonNull(tally.rate()).share()).isCloseTo(0.5714, within(0.00005));
        assertThat(tally.rate().interval().lower()).isCloseTo(0.2505, within(0.00005));
        assertThat(tally.rate().interval().upper()).isCloseTo(0.8418, within(0.00005));
        assertThat(tally.band()).isEqualTo(Band.BELOW);
    }

    @Test
    void nothing_due_has_no_rate() {
        Tally tally =
                adherence(Workbook.of(item("bridge", DAILY)), -6, 0, LONG_AFTER).exercises();

        assertThat(tally.due()).isZero();
        assertThat(tally.rate()).isNull();
        assertThat(tally.band()).isNull();
    }

    @Test
    void what_is_due_some_times_a_week_is_counted_over_the_program_week() {
        Workbook book = Workbook.of(item("bridge", Frequency.timesPerWeek(3)))
                .did(1, "bridge")
                .did(2, "bridge")
                .skipped(4, "bridge", SkipReason.TIRED)
                .did(8, "bridge");

        List<AdherenceWeek> weeks = adherence(book, 1, 14, LONG_AFTER).weeks();

        assertThat(weeks).hasSize(2);
        assertCounts(weeks.get(0).exercises(), 3, 2, 1, 0);
        assertCounts(weeks.get(1).exercises(), 3, 1, 0, 2);
    }

    @Test
    void a_skip_that_was_made_up_for_in_the_week_is_done() {
        Workbook book = Workbook.of(item("bridge", Frequency.timesPerWeek(2)))
                .skipped(1, "bridge", SkipReason.TIRED)
                .did(3, "bridge")
                .did(5, "bridge");

        Tally tally = adherence(book, 1, 7, LONG_AFTER).exercises();

        assertCounts(tally, 2, 2, 0, 0);
        assertThat(tally.reasons()).isEmpty();
        assertThat(tally.band()).isEqualTo(Band.FULL);
    }

    @Test
    void more_than_due_counts_as_due() {
        Workbook book = Workbook.of(item("bridge", Frequency.timesPerWeek(2)), item("plank", DAILY))
                .did(1, "bridge", "plank")
                .did(1, "bridge", "plank")
                .did(2, "bridge")
                .did(3, "bridge");

        assertThat(adherence(book, 1, 7, LONG_AFTER).items())
                .extracting(AdherenceItem::id, one -> one.tally().done())
                .containsExactly(tuple("bridge", 2), tuple("plank", 1));
    }

    @Test
    void a_stand_in_counts_for_the_planned_exercise_and_not_for_itself() {
        Workbook book = Workbook.of(item("bridge", DAILY), item("plank", DAILY))
                .did(1, done("plank", "bridge", null, null, set(ExerciseSide.BOTH, null, 20, null)));

        assertThat(adherence(book, 1, 1, LONG_AFTER).items())
                .extracting(
                        AdherenceItem::id,
                        one -> one.tally().done(),
                        one -> one.tally().noData())
                .containsExactly(tuple("bridge", 1, 0), tuple("plank", 0, 1));
    }

    @Test
    void several_times_a_day_each_session_counts_once() {
        Frequency resets = new Frequency(Repetition.EVERY_FEW_HOURS, 3, null, new Range(2, 3));
        Workbook book = Workbook.of(item("posture-reset", resets))
                .did(1, "posture-reset", "posture-reset")
                .did(1, "posture-reset")
                .skipped(1, "posture-reset", SkipReason.NO_TIME);

        assertCounts(adherence(book, 1, 1, LONG_AFTER).exercises(), 3, 2, 1, 0);
    }

    @Test
    void a_pause_has_nothing_due() {
        Workbook book = Workbook.of(item("bridge", DAILY)).paused(3).resumed(6).did(4, "bridge");

        AdherenceWeek week = adherence(book, 1, 7, LONG_AFTER).weeks().getFirst();

        assertCounts(week.exercises(), 4, 0, 0, 4);
        assertThat(week.pausedDays()).isEqualTo(3);
        assertThat(week.versions()).containsExactly(1, 2, 3);
    }

    @Test
    void a_revision_changes_no_earlier_day() {
        Workbook book = Workbook.of(item("bridge", DAILY)).did(1, "bridge");
        Adherence before = adherence(book, 1, 3, LONG_AFTER);

        book.revised(4, item("plank", DAILY));

        assertThat(adherence(book, 1, 3, LONG_AFTER)).isEqualTo(before);
        assertThat(adherence(book, 1, 5, LONG_AFTER).items())
                .extracting(AdherenceItem::id, one -> one.tally().due())
                .containsExactly(tuple("bridge", 3), tuple("plank", 2));
    }

    @Test
    void a_day_that_is_not_over_is_open_and_not_missing() {
        Workbook book = Workbook.of(item("bridge", DAILY), item("plank", DAILY))
                .did(1, "bridge", "plank")
                .did(2, "plank");

        Adherence adherence = adherence(book, 1, 7, 2);

        assertThat(adherence.through()).isEqualTo(day(2));
        assertCounts(adherence.exercises(), 3, 3, 0, 0);
        assertThat(adherence.exercises().open()).isEqualTo(1);
    }

    /** Three a week are 3/7 a day: of three days (9/7) one, of four (12/7) two. */
    @Test
    void in_a_running_week_only_what_is_due_by_now_is_counted() {
        Workbook book = Workbook.of(item("bridge", Frequency.timesPerWeek(3))).did(1, "bridge");

        Tally third = adherence(book, 1, 7, 3).exercises();
        Tally fourth = adherence(book, 1, 7, 4).exercises();
        Tally fifth = adherence(book, 1, 7, 5).exercises();

        assertCounts(third, 1, 1, 0, 0);
        assertCounts(fourth, 1, 1, 0, 0);
        assertThat(fourth.open()).isEqualTo(1);
        assertCounts(fifth, 2, 1, 0, 1);
    }

    @Test
    void a_habit_is_kept_or_not_kept_or_not_spoken_of() {
        Workbook book = Workbook.of(
                        plan(List.of(new HabitGoal("sitting", 1, null)), item("bridge", Frequency.timesPerWeek(1))))
                .habit(1, "sitting", true, null, null)
                .habit(2, "sitting", false, null, SkipReason.TIRED)
                .habit(3, "sitting", false, null, null)
                .habit(4, "sitting", false, null, null)
                .habit(4, "sitting", true, null, null)
                .habit(5, "walking", true, null, null);

        Tally habits = adherence(book, 1, 7, LONG_AFTER).habits();

        assertCounts(habits, 7, 2, 2, 3);
        assertThat(habits.reasons()).containsExactly(entry(SkipReason.TIRED, 1));
    }

    @Test
    void each_count_names_its_events() {
        Workbook book = Workbook.of(item("bridge", DAILY), item("plank", DAILY))
                .did(1, "bridge")
                .skipped(2, "bridge", SkipReason.ILL)
                .did(3, "plank");

        AdherenceWeek week = adherence(book, 1, 7, LONG_AFTER).weeks().getFirst();

        assertThat(week.programId()).isEqualTo(PROGRAM);
        assertThat(week.items().get(0).evidence()).containsExactly(sessionEvent(1), sessionEvent(2));
        assertThat(week.items().get(1).evidence()).containsExactly(sessionEvent(3));
    }

    @Test
    void a_retracted_session_was_never_done() {
        Workbook book =
                Workbook.of(item("bridge", DAILY)).did(1, "bridge").fact(Facts.entry(Facts.sessionRetracted(1, 2)));

        assertCounts(adherence(book, 1, 1, LONG_AFTER).exercises(), 1, 0, 0, 1);
    }

    private static Adherence adherence(Workbook book, int from, int until, int today) {
        return AdherenceRules.of(book.view(), day(from), day(until), day(today));
    }

    private static void assertCounts(Tally tally, int due, int done, int skipped, int noData) {
        assertThat(List.of(tally.due(), tally.done(), tally.skipped(), tally.noData()))
                .as("due, done, skipped, no data")
                .containsExactly(due, done, skipped, noData);
    }
}
