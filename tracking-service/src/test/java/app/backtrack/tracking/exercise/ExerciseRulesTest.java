package app.backtrack.tracking.exercise;

import static app.backtrack.events.ExerciseSide.LEFT;
import static app.backtrack.events.ExerciseSide.RIGHT;
import static app.backtrack.tracking.exercise.Workbook.day;
import static app.backtrack.tracking.exercise.Workbook.done;
import static app.backtrack.tracking.exercise.Workbook.item;
import static app.backtrack.tracking.exercise.Workbook.sessionEvent;
import static app.backtrack.tracking.exercise.Workbook.set;
import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.events.ProgramEvent.Frequency;
import app.backtrack.tracking.exercise.ExerciseProgress.ExerciseCourse;
import app.backtrack.tracking.exercise.ExerciseProgress.ExerciseMeasure;
import app.backtrack.tracking.exercise.ExerciseProgress.ExerciseTrend;
import app.backtrack.tracking.exercise.ExerciseProgress.ExerciseValue;
import app.backtrack.tracking.statistics.Interval;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ExerciseRulesTest {

    /** A second longer each day: every pairwise slope is 1 a day, so 7 a week without any doubt. */
    @Test
    void a_hold_that_grows_every_day_is_rising() {
        Workbook book = book();
        for (int day = 1; day <= 5; day++) {
            book.did(day, done("side-plank", null, 5, 2, set(LEFT, null, 19 + day, null)));
        }

        ExerciseTrend trend = only(book).trends().getFirst();

        assertThat(trend.side()).isEqualTo(LEFT);
        assertThat(trend.measure()).isEqualTo(ExerciseMeasure.HOLD);
        assertThat(trend.dates()).isEqualTo(5);
        assertThat(trend.first()).isEqualTo(new ExerciseValue(day(1), 20));
        assertThat(trend.last()).isEqualTo(new ExerciseValue(day(5), 24));
        assertThat(trend.perWeek()).isEqualTo(7);
        assertThat(trend.interval()).isEqualTo(new Interval(7, 7));
        assertThat(trend.direction()).isEqualTo(ExerciseCourse.RISING);
        assertThat(trend.datesMissing()).isZero();
    }

    @Test
    void thin_data_has_no_slope_and_says_how_many_dates_are_missing() {
        Workbook book = book().did(1, done("side-plank", null, null, null, set(LEFT, null, 20, null)))
                .did(2, done("side-plank", null, null, null, set(LEFT, null, 40, null)));

        ExerciseTrend trend = only(book).trends().getFirst();

        assertThat(trend.perWeek()).isNull();
        assertThat(trend.interval()).isNull();
        assertThat(trend.direction()).isNull();
        assertThat(trend.datesMissing()).isEqualTo(3);
    }

    @Test
    void the_same_every_day_is_unclear_with_a_slope_of_zero() {
        Workbook book = book();
        for (int day = 1; day <= 6; day++) {
            book.did(day, done("row", null, null, null, set(RIGHT, 10, null, 8_000)));
        }

        assertThat(only(book).trends())
                .extracting(ExerciseTrend::measure)
                .containsExactly(ExerciseMeasure.REPS, ExerciseMeasure.LOAD);
        assertThat(only(book).trends()).allSatisfy(trend -> {
            assertThat(trend.perWeek()).isEqualTo(0);
            assertThat(trend.interval()).isEqualTo(new Interval(0, 0));
            assertThat(trend.direction()).isEqualTo(ExerciseCourse.UNCLEAR);
        });
    }

    @Test
    void a_date_is_the_mean_of_its_sessions_and_a_session_the_mean_of_its_sets() {
        Workbook book = book().did(
                        1, done("row", null, null, null, set(LEFT, 8, null, null), set(LEFT, 12, null, null)))
                .did(1, done("row", null, null, null, set(LEFT, 13, null, null)));

        assertThat(only(book).trends().getFirst().first().value()).isEqualTo(11.5);
    }

    @Test
    void entries_of_one_session_are_one_with_the_worst_pain_and_the_highest_effort() {
        Workbook book = book().did(
                        1,
                        done("row", null, 4, 1, set(LEFT, 8, null, null)),
                        done("row", null, 6, 3, set(RIGHT, 9, null, null)));

        List<ExerciseSession> sessions = only(book).sessions();

        assertThat(sessions).singleElement().satisfies(session -> {
            assertThat(session.eventId()).isEqualTo(sessionEvent(1));
            assertThat(session.effort()).isEqualTo(6);
            assertThat(session.pain()).isEqualTo(3);
            assertThat(session.work()).containsOnlyKeys(LEFT, RIGHT);
        });
    }

    @Test
    void a_stand_in_is_shown_as_what_was_done() {
        Workbook book = book().did(1, done("plank", "side-plank", null, null, set(LEFT, null, 20, null)));

        assertThat(only(book).exercise()).isEqualTo("plank");
        assertThat(only(book).sessions().getFirst().insteadOf()).isEqualTo("side-plank");
    }

    @Test
    void what_lies_outside_the_window_is_not_in_it() {
        Workbook book = book().did(1, "row").did(9, "row");

        assertThat(ExerciseRules.of(book.view(), day(2), day(8))).isEmpty();
    }

    private static Workbook book() {
        return Workbook.of(item("side-plank", Frequency.daily()));
    }

    private static ExerciseProgress only(Workbook book) {
        return ExerciseRules.of(book.view(), day(1), day(42)).getFirst();
    }
}
