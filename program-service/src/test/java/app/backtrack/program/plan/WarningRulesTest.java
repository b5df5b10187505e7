package app.backtrack.program.plan;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.program.catalog.Catalog;
import app.backtrack.program.entry.CatalogEntry;
import app.backtrack.program.entry.Caution;
import app.backtrack.program.entry.CautionLevel;
import app.backtrack.program.item.Items;
import app.backtrack.program.plan.Warning.Code;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WarningRulesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final Map<String, CatalogEntry> CATALOG =
            new Catalog().all().stream().collect(Collectors.toMap(CatalogEntry::id, Function.identity()));
    private static final Caution INJURY = new Caution("injury", CautionLevel.BLOCK, "Not after an injury");
    private static final Caution SHOES = new Caution("shoes", CautionLevel.WARN, "Only in firm shoes");
    private static final Map<String, List<Caution>> CAUTIONS = Map.of("deadlift", List.of(INJURY, SHOES));

    @Test
    void four_exercises_a_day_are_fine_whatever_stretches_and_practices_come_with_them() {
        assertThat(warnings(plan(
                        Items.of("bird-dog"),
                        Items.of("plank").daily(),
                        Items.of("side-plank"),
                        Items.of("glute-bridge"),
                        Items.of("childs-pose"),
                        Items.of("diaphragmatic-breathing").daily(),
                        Items.of("posture-reset"))))
                .isEmpty();
    }

    @Test
    void a_fifth_one_that_can_fall_on_the_same_day_is_too_many() {
        assertThat(warnings(plan(
                        Items.of("bird-dog"),
                        Items.of("plank").daily(),
                        Items.of("side-plank").on(MONDAY, FRIDAY),
                        Items.of("glute-bridge").on(TUESDAY, FRIDAY),
                        Items.of("wall-angel").weeks(3, 5))))
                .containsExactly(new Warning(
                        "/items",
                        Code.MANY_EXERCISES,
                        "up to 5 exercises fall on one day in weeks 3 to 5; people manage 2 to 4"));
    }

    @Test
    void exercises_on_different_days_or_in_different_weeks_do_not_meet() {
        assertThat(warnings(plan(
                        Items.of("bird-dog").on(MONDAY),
                        Items.of("plank").on(MONDAY),
                        Items.of("side-plank").on(MONDAY),
                        Items.of("glute-bridge").on(MONDAY),
                        Items.of("wall-angel").on(TUESDAY))))
                .isEmpty();
        assertThat(warnings(plan(
                        Items.of("bird-dog").weeks(1, 2),
                        Items.of("plank").weeks(1, 2),
                        Items.of("side-plank").weeks(1, 2),
                        Items.of("glute-bridge").weeks(1, 2),
                        Items.of("wall-angel").weeks(3, 8))))
                .isEmpty();
    }

    @Test
    void two_habits_that_begin_in_one_week_are_one_too_many() {
        PlanBody plan = new PlanBody(
                "Plan",
                8,
                null,
                List.of(Items.of("plank").item()),
                List.of(
                        new HabitBody("sitting", 1, null),
                        new HabitBody("standing", 3, null),
                        new HabitBody("walking", 3, null)));

        assertThat(warnings(plan)).extracting(Warning::pointer).containsExactly("/habits/2/fromWeek");
        assertThat(warnings(plan)).extracting(Warning::code).containsExactly(Code.HABITS_TOGETHER);
    }

    @Test
    void a_target_that_has_passed_is_named_and_todays_is_not() {
        assertThat(warnings(plan(
                        Items.of("plank").target(TODAY), Items.of("bird-dog").target(TODAY.minusDays(1)))))
                .singleElement()
                .satisfies(warning -> {
                    assertThat(warning.pointer()).isEqualTo("/items/1/targetDate");
                    assertThat(warning.code()).isEqualTo(Code.TARGET_IN_THE_PAST);
                });
    }

    @Test
    void a_caution_warns_or_blocks_as_its_level_says() {
        PlanBody plan = plan(Items.of("plank"), Items.of("deadlift"));

        assertThat(warnings(plan))
                .containsExactly(new Warning("/items/1/exercise", Code.CAUTION, "shoes: Only in firm shoes"));
        assertThat(WarningRules.obstacles(plan, CAUTIONS))
                .containsExactly(new Obstacle("/items/1/exercise", "deadlift", "injury"));
    }

    private static PlanBody plan(Items... items) {
        return new PlanBody("Plan", 8, null, Stream.of(items).map(Items::item).toList(), null);
    }

    private static List<Warning> warnings(PlanBody plan) {
        return WarningRules.warnings(plan, CATALOG, CAUTIONS, TODAY);
    }
}
