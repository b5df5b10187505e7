package app.backtrack.tracking.checklist;

import static app.backtrack.tracking.exercise.Workbook.day;
import static app.backtrack.tracking.exercise.Workbook.done;
import static app.backtrack.tracking.exercise.Workbook.item;
import static app.backtrack.tracking.exercise.Workbook.sessionEvent;
import static app.backtrack.tracking.exercise.Workbook.set;
import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.events.ExerciseSide;
import app.backtrack.events.ProgramEvent.Frequency;
import app.backtrack.events.SessionEvent.SetDone;
import app.backtrack.tracking.checklist.ChecklistWeek.ChecklistItem;
import app.backtrack.tracking.exercise.Workbook;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ChecklistRulesTest {
    private static final int LONG_AFTER = 40;
    private static final SetDone RESET = set(ExerciseSide.BOTH, null, 30, null);

    @Test
    void three_different_patterns_in_the_week_meet_it() {
        ChecklistItem two = week(book().did(1, "farmers-carry", "pallof-press").did(3, "farmers-carry", "bridge"))
                .get(0);
        ChecklistItem three = week(book().did(1, "farmers-carry", "pallof-press")
                        .did(7, "single-arm-suitcase-deadlift"))
                .get(0);

        assertThat(two.best()).isEqualTo(2);
        assertStates(two, 0, 1, 0, 0);
        assertThat(three.best()).isEqualTo(3);
        assertStates(three, 1, 0, 0, 0);
        assertThat(three.evidence()).containsExactly(sessionEvent(1), sessionEvent(2));
    }

    @Test
    void posture_resets_are_counted_by_the_day_and_not_twice() {
        Workbook book = book().did(1, done("posture-reset", null, null, null, RESET, RESET, RESET))
                .did(2, done("posture-reset", null, null, null, RESET, RESET))
                .habit(2, "chk-posture-resets", false, 2, null)
                .habit(3, "chk-posture-resets", true, 3, null)
                .habit(4, "chk-posture-resets", true, 1, null)
                .habit(5, "chk-posture-resets", true, null, null);

        ChecklistItem resets = week(book).get(1);

        assertThat(resets.check()).isEqualTo(Check.POSTURE_RESETS);
        assertThat(resets.target()).isEqualTo(3);
        assertThat(resets.best()).isEqualTo(3);
        assertStates(resets, 3, 2, 2, 0);
    }

    @Test
    void five_minutes_of_breathing_a_night_from_sessions_or_check_ins() {
        Workbook book = book().did(
                        1, done("diaphragmatic-breathing", null, null, null, set(ExerciseSide.BOTH, null, 300, null)))
                .did(2, done("diaphragmatic-breathing", null, null, null, set(ExerciseSide.BOTH, null, 299, null)))
                .habit(3, "chk-breathing", true, 6, null);

        assertStates(week(book).get(2), 2, 1, 4, 0);
    }

    @Test
    void a_yes_or_no_is_the_patients_own_word() {
        Workbook book = book().habit(1, "chk-static-limit", true, null, null)
                .habit(2, "chk-static-limit", false, null, null)
                .habit(1, "chk-sleep", true, null, null)
                .habit(5, "chk-footwear", false, null, null);

        List<ChecklistItem> items = week(book);

        assertStates(items.get(3), 1, 1, 5, 0);
        assertStates(items.get(5), 1, 0, 6, 0);
        assertStates(items.get(6), 0, 1, 0, 0);
    }

    @Test
    void foam_rolling_on_two_days_meets_the_week() {
        assertStates(
                week(book().did(1, "thoracic-foam-roll").did(1, "thoracic-foam-roll"))
                        .get(4),
                0,
                1,
                0,
                0);
        assertStates(
                week(book().did(1, "thoracic-foam-roll").did(6, "thoracic-foam-roll"))
                        .get(4),
                1,
                0,
                0,
                0);
        assertStates(week(book().habit(7, "chk-foam-roll", true, 2, null)).get(4), 1, 0, 0, 0);
    }

    @Test
    void silence_is_no_data() {
        assertThat(week(book())).allSatisfy(item -> {
            assertThat(item.noData()).isEqualTo(item.span() == Check.Span.DAY ? 7 : 1);
            assertThat(item.evidence()).isEmpty();
        });
    }

    @Test
    void what_is_not_over_is_open() {
        List<ChecklistItem> items = ChecklistRules.of(
                        book().habit(1, "chk-sleep", true, null, null).view(), day(1), day(7), day(3))
                .getFirst()
                .items();

        assertStates(items.get(0), 0, 0, 0, 1);
        assertStates(items.get(5), 1, 0, 1, 5);
    }

    /** Day 1 is the Monday of ISO week 10 of 2026. */
    @Test
    void weeks_are_iso_weeks_and_whole() {
        List<ChecklistWeek> weeks = ChecklistRules.of(
                book().habit(8, "chk-footwear", true, null, null).view(), day(10), day(16), day(LONG_AFTER));

        assertThat(weeks).extracting(ChecklistWeek::week).containsExactly("2026-W11", "2026-W12");
        assertThat(weeks.getFirst().from()).isEqualTo(day(8));
        assertStates(weeks.getFirst().items().get(6), 1, 0, 0, 0);
        assertStates(weeks.getLast().items().get(6), 0, 0, 0, 1);
    }

    @Property(tries = 200)
    void the_states_of_an_item_add_up_to_its_spans(
            @ForAll @IntRange(min = 1, max = 20) int said,
            @ForAll @IntRange(min = 1, max = 20) int until,
            @ForAll @IntRange(min = 1, max = 30) int today) {
        Workbook book = book().habit(said, "chk-sleep", false, null, null).did(said, "farmers-carry");

        assertThat(ChecklistRules.of(book.view(), day(1), day(until), day(today)))
                .flatMap(ChecklistWeek::items)
                .allSatisfy(item -> assertThat(item.met() + item.notMet() + item.noData() + item.open())
                        .isEqualTo(item.span() == Check.Span.DAY ? 7 : 1));
    }

    private static Workbook book() {
        return Workbook.of(item("bridge", Frequency.daily()));
    }

    private static List<ChecklistItem> week(Workbook book) {
        return ChecklistRules.of(book.view(), day(1), day(7), day(LONG_AFTER))
                .getFirst()
                .items();
    }

    private static void assertStates(ChecklistItem item, int met, int notMet, int noData, int open) {
        assertThat(List.of(item.met(), item.notMet(), item.noData(), item.open()))
                .as("met, not met, no data, open of %s", item.check().wireName())
                .containsExactly(met, notMet, noData, open);
    }
}
