package app.backtrack.tracking.sides;

import static app.backtrack.events.ExerciseSide.LEFT;
import static app.backtrack.events.ExerciseSide.RIGHT;
import static app.backtrack.tracking.exercise.Workbook.day;
import static app.backtrack.tracking.exercise.Workbook.done;
import static app.backtrack.tracking.exercise.Workbook.item;
import static app.backtrack.tracking.exercise.Workbook.sessionEvent;
import static app.backtrack.tracking.exercise.Workbook.set;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import app.backtrack.events.ProgramEvent.Frequency;
import app.backtrack.events.ProgramEvent.PlannedExercise;
import app.backtrack.events.ProgramEvent.Range;
import app.backtrack.events.ProgramEvent.Sides;
import app.backtrack.events.SessionEvent.ExerciseDone;
import app.backtrack.events.SideRule;
import app.backtrack.tracking.exercise.Workbook;
import app.backtrack.tracking.sides.Asymmetry.SideComparison;
import app.backtrack.tracking.sides.Asymmetry.SideFinding;
import app.backtrack.tracking.sides.Asymmetry.SideMeasure;
import app.backtrack.tracking.sides.Asymmetry.SideSource;
import app.backtrack.tracking.statistics.Interval;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SideRulesTest {
    private static final Sides EACH = Sides.of(SideRule.EACH);

    /** Left 8, 9, 10 and right 10, 12, 11: means 9 and 11, difference −2, 100 · 2 / 11 = 18.18 %. */
    @Test
    void three_sessions_a_side_by_hand() {
        Workbook book =
                Workbook.of(row(EACH)).did(1, reps(8, 10)).did(3, reps(9, 12)).did(5, reps(10, 11));

        Asymmetry found = only(book, 14);
        SideComparison figures = requireNonNull(found.comparison());

        assertThat(found.source()).isEqualTo(SideSource.SESSIONS);
        assertThat(found.measure()).isEqualTo(SideMeasure.REPS);
        assertThat(figures.leftMean()).isEqualTo(9);
        assertThat(figures.rightMean()).isEqualTo(11);
        assertThat(figures.difference()).isEqualTo(-2);
        assertThat(figures.percent()).isEqualTo(18.181818182);
        assertThat(figures.weaker()).isEqualTo(LEFT);
        // The resamples' means of the differences −2, −3, −1 lie from −3 to −1, and each end has a chance of 1/27.
        assertThat(figures.interval()).isEqualTo(new Interval(-3, -1));
        assertThat(found.finding()).isEqualTo(SideFinding.LIKELY);
        assertThat(found.points()).extracting(SidePoint::percent).containsExactly(20.0, 25.0, 9.090909091);
    }

    @Test
    void differences_both_ways_are_unclear() {
        Workbook book =
                Workbook.of(row(EACH)).did(1, reps(8, 10)).did(3, reps(12, 9)).did(5, reps(10, 11));

        assertThat(only(book, 14).finding()).isEqualTo(SideFinding.UNCLEAR);
    }

    @Test
    void fewer_than_three_sessions_a_side_say_nothing_and_how_many_are_missing() {
        Workbook book = Workbook.of(row(EACH))
                .did(1, reps(2, 10))
                .did(2, reps(2, 10))
                .did(3, done("row", null, null, null, set(LEFT, 2, null, null)));

        Asymmetry found = only(book, 14);

        assertThat(found.finding()).isEqualTo(SideFinding.TOO_FEW);
        assertThat(found.comparison()).isNull();
        assertThat(found.leftMissing()).isZero();
        assertThat(found.rightMissing()).isEqualTo(1);
        assertThat(found.points()).hasSize(3);
    }

    @Test
    void only_the_last_14_days_are_judged_and_all_are_shown() {
        Workbook book =
                Workbook.of(row(EACH)).did(1, reps(8, 10)).did(3, reps(9, 12)).did(5, reps(10, 11));

        assertThat(only(book, 14).left()).isEqualTo(3);
        assertThat(only(book, 15).left()).isEqualTo(2);
        assertThat(only(book, 15).points()).hasSize(3);
    }

    @Test
    void sides_worked_in_turn_are_compared_as_well() {
        Workbook book = Workbook.of(row(EACH));
        for (int i = 0; i < 3; i++) {
            book.did(1 + 2 * i, done("row", null, null, null, set(LEFT, 12, null, null)))
                    .did(2 + 2 * i, done("row", null, null, null, set(RIGHT, 9, null, null)));
        }

        SideComparison figures = requireNonNull(only(book, 14).comparison());

        assertThat(figures.weaker()).isEqualTo(RIGHT);
        assertThat(figures.percent()).isEqualTo(25);
        assertThat(figures.interval()).isEqualTo(new Interval(3, 3));
    }

    @Test
    void with_a_load_repetitions_times_load_are_compared() {
        Workbook book = Workbook.of(row(EACH))
                .did(1, done("row", null, null, null, set(LEFT, 10, null, 8_000), set(RIGHT, 10, null, 10_000)));

        Asymmetry found = only(book, 14);

        assertThat(found.measure()).isEqualTo(SideMeasure.VOLUME);
        assertThat(found.points().getFirst().left()).isEqualTo(80_000);
        assertThat(found.points().getFirst().percent()).isEqualTo(20);
    }

    @Test
    void a_planned_hold_is_compared_by_its_seconds_and_per_set() {
        PlannedExercise plank = item("row", Frequency.daily(), EACH, new Range(2, 3), null, new Range(20, 30), null);
        Workbook book = Workbook.of(plank)
                .did(
                        1,
                        done(
                                "row",
                                null,
                                null,
                                null,
                                set(LEFT, null, 20, null),
                                set(LEFT, null, 30, null),
                                set(RIGHT, null, 30, null)));

        Asymmetry found = only(book, 14);

        assertThat(found.measure()).isEqualTo(SideMeasure.HOLD);
        assertThat(found.points().getFirst().left()).isEqualTo(25);
        assertThat(found.points().getFirst().right()).isEqualTo(30);
    }

    @Test
    void what_was_prescribed_differently_is_left_out() {
        Sides less = new Sides(SideRule.WEAKER_FIRST, LEFT, 2, null);
        Sides alike = new Sides(SideRule.WEAKER_FIRST, LEFT, null, null);
        Workbook book = Workbook.of(row(less))
                .did(1, reps(10, 8))
                .revised(3, row(alike))
                .did(4, reps(10, 9))
                .did(5, done("row", "bridge", null, null, set(LEFT, 1, null, null)));

        app.backtrack.tracking.sides.Sides sides = SideRules.of(book.view(), day(1), day(14));

        assertThat(sides.asymmetries().getFirst().points())
                .extracting(SidePoint::eventId)
                .containsExactly(sessionEvent(2));
        assertThat(sides.leftOut()).containsExactly(entry("row", 2));
    }

    @Test
    void both_sides_at_zero_have_no_percentage() {
        Workbook book = Workbook.of(row(EACH))
                .held(1, "side-plank", 0, 0)
                .held(2, "side-plank", 0, 0)
                .held(3, "side-plank", 0, 0);

        Asymmetry found = only(book, 14);
        SideComparison figures = requireNonNull(found.comparison());

        assertThat(found.source()).isEqualTo(SideSource.SELF_CHECKS);
        assertThat(figures.percent()).isNull();
        assertThat(figures.weaker()).isNull();
        assertThat(found.finding()).isEqualTo(SideFinding.UNCLEAR);
    }

    private static PlannedExercise row(Sides sides) {
        return item("row", Frequency.daily(), sides, new Range(1, 3), new Range(8, 12), null, null);
    }

    private static ExerciseDone reps(int left, int right) {
        return done("row", null, null, null, set(LEFT, left, null, null), set(RIGHT, right, null, null));
    }

    private static Asymmetry only(Workbook book, int until) {
        return SideRules.of(book.view(), day(1), day(until)).asymmetries().getFirst();
    }
}
