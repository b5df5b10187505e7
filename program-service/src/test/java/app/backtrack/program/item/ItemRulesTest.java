package app.backtrack.program.item;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.events.ExerciseSide;
import app.backtrack.events.Repetition;
import app.backtrack.events.SideRule;
import app.backtrack.events.WireName;
import app.backtrack.program.catalog.Catalog;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ItemRulesTest {
    private static final List<DayOfWeek> MONDAY = List.of(DayOfWeek.MONDAY);

    private final Catalog catalog = new Catalog();

    @ParameterizedTest
    @CsvSource({
        "bird-dog,reps,each",
        "bird-dog,open,two-sided",
        "bird-dog,reps,left",
        "plank,hold,two-sided",
        "cat-cow,hold,two-sided",
        "cat-cow,reps,two-sided",
        "farmers-carry,hold,two-sided",
        "farmers-carry,hold,right",
        "diaphragmatic-breathing,hold,two-sided",
        "thoracic-foam-roll,open,two-sided",
        "posture-reset,hold,two-sided",
    })
    void what_the_catalog_allows_fits(String exercise, String dose, String sides) {
        assertThat(inPlan(asked(exercise, dose, sides))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "bird-dog,hold,each,/holdSeconds",
        "plank,reps,two-sided,/reps",
        "plank,hold,each,/sides/rule",
        "plank,hold,left,/sides/rule",
        "glute-bridge,reps,each,/sides/rule",
        "diaphragmatic-breathing,reps,two-sided,/reps",
        "thoracic-foam-roll,reps,two-sided,/reps",
        "farmers-carry,reps,two-sided,/reps",
        "cat-cow,reps,each,/sides/rule",
        "bird-dog,both,each,/holdSeconds",
    })
    void what_the_exercise_is_not_is_named(String exercise, String dose, String sides, String pointer) {
        assertThat(inPlan(asked(exercise, dose, sides)))
                .extracting(Misfit::pointer)
                .containsExactly(pointer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"handstand", "cross", "pectoral-area", "sitting", "chair-height", "chk-sleep", "sc-waist"})
    void what_is_unknown_unclear_or_nothing_to_do_cannot_be_prescribed(String exercise) {
        assertThat(inPlan(Items.of(exercise))).extracting(Misfit::pointer).containsExactly("/exercise");
    }

    @Test
    void the_reason_says_how_the_exercise_is_measured() {
        assertThat(inPlan(asked("cat-cow", "hold", "each")).get(0).reason()).contains("both sides at once");
        assertThat(inPlan(asked("bird-dog", "hold", "each")).get(0).reason()).endsWith("measured in reps");
    }

    @Test
    void weaker_first_names_the_weaker_side_and_gives_the_stronger_one_a_little_less() {
        Items row = Items.of("single-arm-dumbbell-row").reps(8, 10).load(4_000);

        assertThat(inPlan(row.weaker(ExerciseSide.LEFT, null, null))).isEmpty();
        assertThat(inPlan(row.weaker(ExerciseSide.RIGHT, 7, 3_999))).isEmpty();
        assertThat(inPlan(row.weaker(null, 2, null)))
                .extracting(Misfit::pointer)
                .containsExactly("/sides/weaker");
        assertThat(inPlan(row.weaker(ExerciseSide.BOTH, 2, null)))
                .extracting(Misfit::pointer)
                .containsExactly("/sides/weaker");
    }

    @Test
    void the_stronger_sides_reduction_is_smaller_than_the_dose_that_it_is_taken_from() {
        Items row = Items.of("single-arm-dumbbell-row").reps(8, 10).load(4_000);

        assertThat(inPlan(row.weaker(ExerciseSide.LEFT, 8, 4_000)))
                .extracting(Misfit::pointer)
                .containsExactly("/sides/fewerReps", "/sides/lessGrams");
        assertThat(inPlan(Items.of("single-arm-dumbbell-row").weaker(ExerciseSide.LEFT, 1, 1)))
                .extracting(Misfit::pointer)
                .containsExactly("/sides/fewerReps", "/sides/lessGrams");
    }

    @Test
    void a_weaker_side_goes_with_weaker_first_only() {
        ItemSides sides = new ItemSides(SideRule.EACH, ExerciseSide.LEFT, 1, 1);

        assertThat(inPlan(Items.of("bird-dog").reps(8, 8).sides(sides)))
                .extracting(Misfit::pointer)
                .containsExactly("/sides/weaker", "/sides/fewerReps", "/sides/lessGrams");
    }

    @Test
    void each_rhythm_takes_its_own_members() {
        assertThat(due(Repetition.DAILY, null, null, null)).isEmpty();
        assertThat(due(Repetition.EVERY_OTHER_DAY, null, null, null)).isEmpty();
        assertThat(due(Repetition.TIMES_PER_WEEK, 7, null, null)).isEmpty();
        assertThat(due(Repetition.WEEKDAYS, null, MONDAY, null)).isEmpty();
        assertThat(due(Repetition.EVERY_FEW_HOURS, 12, null, new Span(2, 3))).isEmpty();
    }

    @Test
    void a_rhythm_without_its_members_or_with_anothers_is_named() {
        assertThat(due(Repetition.TIMES_PER_WEEK, null, null, null)).containsExactly("/frequency/times");
        assertThat(due(Repetition.TIMES_PER_WEEK, 8, null, null)).containsExactly("/frequency/times");
        assertThat(due(Repetition.WEEKDAYS, 3, null, null)).containsExactly("/frequency/times", "/frequency/weekdays");
        assertThat(due(Repetition.WEEKDAYS, null, List.of(DayOfWeek.MONDAY, DayOfWeek.MONDAY), null))
                .containsExactly("/frequency/weekdays");
        assertThat(due(Repetition.EVERY_FEW_HOURS, 3, null, null)).containsExactly("/frequency/hours");
        assertThat(due(Repetition.EVERY_FEW_HOURS, 12, null, new Span(3, 3))).containsExactly("/frequency/hours");
        assertThat(due(Repetition.DAILY, 1, MONDAY, new Span(1, 1)))
                .containsExactly("/frequency/times", "/frequency/weekdays", "/frequency/hours");
    }

    @Test
    void a_template_leaves_weeks_dates_and_the_weaker_side_to_the_prescription() {
        assertThat(inTemplate(Items.of("bird-dog").weaker(null, null, null))).isEmpty();
        assertThat(inTemplate(Items.of("bird-dog")
                        .weaker(ExerciseSide.LEFT, null, null)
                        .weeks(1, 2)
                        .target(LocalDate.of(2026, 11, 20))))
                .containsExactly("/sides/weaker", "/weeks", "/targetDate");
    }

    @Test
    void an_item_of_a_template_is_taken_with_the_weeks_of_its_phase() {
        PlanItem item = Items.of("bird-dog").reps(8, 8).weaker(null, 2, null).item();

        assertThat(item.taken(new Span(5, 8), ExerciseSide.LEFT))
                .isEqualTo(Items.of("bird-dog")
                        .weeks(5, 8)
                        .reps(8, 8)
                        .weaker(ExerciseSide.LEFT, 2, null)
                        .item());
        assertThat(item.taken(new Span(5, 8), null).sides()).isEqualTo(ItemSides.of(SideRule.EACH));
    }

    private List<String> due(
            Repetition repetition, @Nullable Integer times, @Nullable List<DayOfWeek> weekdays, @Nullable Span hours) {
        return inPlan(Items.of("plank").due(new ItemFrequency(repetition, times, weekdays, hours))).stream()
                .map(Misfit::pointer)
                .toList();
    }

    private List<Misfit> inPlan(Items items) {
        PlanItem item = items.item();
        return ItemRules.inPlan(item, catalog.find(item.exercise()).orElse(null));
    }

    private List<String> inTemplate(Items items) {
        PlanItem item = items.item();
        return ItemRules.inTemplate(item, catalog.find(item.exercise()).orElse(null)).stream()
                .map(Misfit::pointer)
                .toList();
    }

    private static Items asked(String exercise, String dose, String sides) {
        Items items =
                Items.of(exercise).sides(WireName.find(SideRule.class, sides).orElseThrow());
        return switch (dose) {
            case "reps" -> items.reps(5, 10);
            case "hold" -> items.hold(5, 10);
            case "both" -> items.reps(5, 10).hold(5, 10);
            default -> items;
        };
    }
}
