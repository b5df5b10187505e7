package app.backtrack.program.plan;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.program.catalog.Catalog;
import app.backtrack.program.entry.CatalogEntry;
import app.backtrack.program.item.Items;
import app.backtrack.program.item.Misfit;
import app.backtrack.program.item.PlanItem;
import app.backtrack.program.item.Span;
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
class PlanRulesTest {
    private static final LocalDate START = LocalDate.of(2026, 9, 1);
    private static final Map<String, CatalogEntry> CATALOG =
            new Catalog().all().stream().collect(Collectors.toMap(CatalogEntry::id, Function.identity()));

    @Test
    void a_plan_in_which_everything_fits_is_fine() {
        PlanBody plan = new PlanBody(
                "Plan",
                8,
                List.of(new PhaseBody("First", new Span(1, 4)), new PhaseBody("Then", new Span(6, 8))),
                List.of(
                        Items.of("plank").weeks(1, 4).hold(10, 20).item(),
                        Items.of("plank").weeks(5, 8).hold(20, 40).item()),
                List.of(new HabitBody("sitting", 1, null), new HabitBody("chk-sleep", 8, null)));

        assertThat(pointers(plan)).isEmpty();
        assertThat(pointers(
                        new PlanBody("Plan", 1, null, List.of(Items.of("plank").item()), null)))
                .isEmpty();
    }

    @Test
    void an_items_weeks_lie_within_the_plan() {
        assertThat(pointers(items(8, Items.of("plank").weeks(5, 9)))).containsExactly("/items/0/weeks");
    }

    @Test
    void one_exercise_stands_twice_only_in_weeks_apart() {
        Items first = Items.of("plank").weeks(1, 4);

        assertThat(pointers(items(8, first, Items.of("plank").weeks(4, 8)))).containsExactly("/items/1/weeks");
        assertThat(pointers(items(8, first, Items.of("plank")))).containsExactly("/items/1/weeks");
        assertThat(pointers(items(8, first, Items.of("bird-dog")))).isEmpty();
    }

    @Test
    void a_target_date_lies_between_the_programs_first_and_last_day() {
        assertThat(pointers(items(1, Items.of("plank").target(START)))).isEmpty();
        assertThat(pointers(items(1, Items.of("plank").target(START.plusDays(6)))))
                .isEmpty();
        assertThat(pointers(items(1, Items.of("plank").target(START.plusDays(7)))))
                .containsExactly("/items/0/targetDate");
        assertThat(pointers(items(1, Items.of("plank").target(START.minusDays(1)))))
                .containsExactly("/items/0/targetDate");
    }

    @Test
    void phases_follow_each_other_within_the_plan() {
        assertThat(pointers(phases(new Span(1, 4), new Span(4, 8)))).containsExactly("/phases/1/weeks");
        assertThat(pointers(phases(new Span(5, 8), new Span(1, 4)))).containsExactly("/phases/1/weeks");
        assertThat(pointers(phases(new Span(1, 4), new Span(5, 9)))).containsExactly("/phases/1/weeks");
    }

    @Test
    void a_habit_goal_is_a_habit_that_begins_once_and_within_the_plan() {
        assertThat(pointers(habits(new HabitBody("plank", 1, null)))).containsExactly("/habits/0/habit");
        assertThat(pointers(habits(new HabitBody("sc-waist", 1, null)))).containsExactly("/habits/0/habit");
        assertThat(pointers(habits(new HabitBody("flying", 1, null)))).containsExactly("/habits/0/habit");
        assertThat(pointers(habits(new HabitBody("sitting", 1, null), new HabitBody("sitting", 3, null))))
                .containsExactly("/habits/1/habit");
        assertThat(pointers(habits(new HabitBody("sitting", 9, null)))).containsExactly("/habits/0/fromWeek");
    }

    private static PlanBody items(int weeks, Items... items) {
        List<PlanItem> all = Stream.of(items).map(Items::item).toList();
        return new PlanBody("Plan", weeks, null, all, null);
    }

    private static PlanBody phases(Span... weeks) {
        List<PhaseBody> phases =
                Stream.of(weeks).map(span -> new PhaseBody("Phase", span)).toList();
        return new PlanBody("Plan", 8, phases, List.of(Items.of("plank").item()), null);
    }

    private static PlanBody habits(HabitBody... habits) {
        return new PlanBody("Plan", 8, null, List.of(Items.of("plank").item()), List.of(habits));
    }

    private static List<String> pointers(PlanBody plan) {
        return PlanRules.misfits(plan, CATALOG, START).stream()
                .map(Misfit::pointer)
                .toList();
    }
}
