package app.backtrack.program.diff;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.events.ProgramEvent.Frequency;
import app.backtrack.events.ProgramEvent.HabitGoal;
import app.backtrack.events.ProgramEvent.PlanPhase;
import app.backtrack.events.ProgramEvent.PlannedExercise;
import app.backtrack.events.ProgramEvent.ProgramPlan;
import app.backtrack.events.ProgramEvent.Range;
import app.backtrack.events.ProgramEvent.Sides;
import app.backtrack.events.SideRule;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PlanDiffRulesTest {
    private static final LocalDate START = LocalDate.of(2026, 9, 1);

    @Test
    void what_was_added_removed_and_changed_is_told_member_by_member() {
        PlannedExercise plank = item("plank", null, 20, 3);
        PlannedExercise longer = item("plank", null, 40, 5);
        PlannedExercise birdDog = item("bird-dog", null, null, 3);
        PlannedExercise bridge = item("glute-bridge", null, null, 3);

        assertThat(PlanDiffRules.diff(plan(birdDog, plank), plan(longer, bridge)))
                .isEqualTo(new PlanDiff(
                        List.of(),
                        List.of(bridge),
                        List.of(birdDog),
                        List.of(new ItemChange(
                                "plank",
                                null,
                                List.of(
                                        new MemberChange("holdSeconds", new Range(20, 20), new Range(40, 40)),
                                        new MemberChange(
                                                "frequency", Frequency.timesPerWeek(3), Frequency.timesPerWeek(5)))))));
    }

    @Test
    void an_exercise_that_stands_twice_is_compared_week_by_week() {
        PlannedExercise early = item("plank", new Range(1, 4), 20, 3);
        PlannedExercise late = item("plank", new Range(5, 8), 40, 3);
        PlannedExercise later = item("plank", new Range(5, 8), 60, 3);

        PlanDiff diff = PlanDiffRules.diff(plan(early, late), plan(later, early));

        assertThat(diff.changed())
                .containsExactly(new ItemChange(
                        "plank",
                        new Range(5, 8),
                        List.of(new MemberChange("holdSeconds", new Range(40, 40), new Range(60, 60)))));
        assertThat(diff.added()).isEmpty();
        assertThat(diff.removed()).isEmpty();
    }

    @Test
    void other_weeks_of_an_exercise_are_a_change_of_it() {
        PlanDiff diff = PlanDiffRules.diff(
                plan(item("plank", new Range(1, 4), 20, 3)), plan(item("plank", new Range(1, 8), 20, 3)));

        assertThat(diff.changed())
                .singleElement()
                .satisfies(change -> assertThat(change.members())
                        .containsExactly(new MemberChange("weeks", new Range(1, 4), new Range(1, 8))));
    }

    @Test
    void members_of_the_plan_and_the_order_of_items_count_as_well() {
        PlannedExercise plank = item("plank", null, 20, 3);
        PlannedExercise birdDog = item("bird-dog", null, null, 3);
        ProgramPlan before = new ProgramPlan("t", "Old", START, 8, List.of(), List.of(plank, birdDog), List.of());
        ProgramPlan after = new ProgramPlan(
                "t",
                "New",
                START,
                12,
                List.of(new PlanPhase("All", new Range(1, 12))),
                List.of(birdDog, plank),
                List.of(new HabitGoal("sitting", 2, null)));

        assertThat(PlanDiffRules.diff(before, after).members())
                .containsExactly(
                        new MemberChange("name", "Old", "New"),
                        new MemberChange("weeks", 8, 12),
                        new MemberChange("phases", before.phases(), after.phases()),
                        new MemberChange("habits", before.habits(), after.habits()),
                        new MemberChange("order", List.of("plank", "bird-dog"), List.of("bird-dog", "plank")));
    }

    @Property
    void a_diff_is_empty_exactly_where_the_plans_are_equal(
            @ForAll("plans") ProgramPlan one, @ForAll("plans") ProgramPlan other) {
        assertThat(PlanDiffRules.diff(one, one).isEmpty()).isTrue();
        assertThat(PlanDiffRules.diff(one, other).isEmpty()).isEqualTo(one.equals(other));
    }

    @Property
    void every_item_is_in_its_place_once(@ForAll("plans") ProgramPlan one, @ForAll("plans") ProgramPlan other) {
        PlanDiff diff = PlanDiffRules.diff(one, other);

        assertThat(one.items()).containsAll(diff.removed());
        assertThat(other.items()).containsAll(diff.added());
        assertThat(other.items().size() - diff.added().size())
                .isEqualTo(one.items().size() - diff.removed().size());
        assertThat(diff.changed())
                .allSatisfy(change -> assertThat(change.members()).isNotEmpty());
    }

    @Provide
    Arbitrary<ProgramPlan> plans() {
        Arbitrary<PlannedExercise> items = Combinators.combine(
                        Arbitraries.of("plank", "bird-dog", "glute-bridge"),
                        Arbitraries.of(new Range(1, 4), new Range(5, 8)).injectNull(0.3),
                        Arbitraries.of(20, 40).injectNull(0.3),
                        Arbitraries.integers().between(3, 4))
                .as(PlanDiffRulesTest::item);
        return items.list().ofMinSize(1).ofMaxSize(4).map(list -> plan(list.toArray(PlannedExercise[]::new)));
    }

    private static ProgramPlan plan(PlannedExercise... items) {
        return new ProgramPlan("starter", "Plan", START, 8, List.of(), List.of(items), List.of());
    }

    private static PlannedExercise item(
            String exercise, @Nullable Range weeks, @Nullable Integer hold, int timesPerWeek) {
        return new PlannedExercise(
                exercise,
                weeks,
                null,
                null,
                hold == null ? null : new Range(hold, hold),
                null,
                null,
                null,
                Sides.of(SideRule.TWO_SIDED),
                Frequency.timesPerWeek(timesPerWeek),
                null,
                null);
    }
}
