package app.backtrack.events.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.events.ExerciseSide;
import app.backtrack.events.ProgramEvent.Frequency;
import app.backtrack.events.ProgramEvent.PlannedExercise;
import app.backtrack.events.ProgramEvent.Range;
import app.backtrack.events.ProgramEvent.Sides;
import app.backtrack.events.SideRule;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SideDoseTest {

    @Test
    void the_weaker_side_goes_first_and_the_stronger_one_does_a_little_less() {
        assertThat(SideDose.inOrderOfWork(
                        item(new Sides(SideRule.WEAKER_FIRST, ExerciseSide.RIGHT, 2, 1_000), new Range(8, 12), 6_000)))
                .containsExactly(
                        dose(ExerciseSide.RIGHT, new Range(8, 12), 6_000),
                        dose(ExerciseSide.LEFT, new Range(6, 10), 5_000));
        assertThat(SideDose.inOrderOfWork(
                        item(new Sides(SideRule.WEAKER_FIRST, ExerciseSide.LEFT, null, null), new Range(8, 12), 6_000)))
                .containsExactly(
                        dose(ExerciseSide.LEFT, new Range(8, 12), 6_000),
                        dose(ExerciseSide.RIGHT, new Range(8, 12), 6_000));
    }

    @Test
    void the_stronger_side_does_at_least_one_repetition_and_never_a_load_below_none() {
        assertThat(SideDose.inOrderOfWork(
                        item(new Sides(SideRule.WEAKER_FIRST, ExerciseSide.LEFT, 10, 9_000), new Range(8, 12), 6_000)))
                .containsExactly(
                        dose(ExerciseSide.LEFT, new Range(8, 12), 6_000), dose(ExerciseSide.RIGHT, new Range(1, 2), 0));
    }

    @ParameterizedTest
    @CsvSource({"TWO_SIDED, BOTH,", "LEFT, LEFT,", "RIGHT, RIGHT,", "EACH, LEFT, RIGHT"})
    void other_rules_have_the_same_dose_on_each_side(SideRule rule, ExerciseSide first, ExerciseSide second) {
        assertThat(SideDose.inOrderOfWork(item(Sides.of(rule), new Range(8, 12), 6_000)))
                .startsWith(dose(first, new Range(8, 12), 6_000))
                .hasSize(second == null ? 1 : 2)
                .endsWith(dose(second == null ? first : second, new Range(8, 12), 6_000));
    }

    private static SideDose dose(ExerciseSide side, Range reps, int grams) {
        return new SideDose(side, new Range(2, 3), reps, null, grams);
    }

    private static PlannedExercise item(Sides sides, Range reps, int grams) {
        return new PlannedExercise(
                "single-leg-deadlift",
                null,
                new Range(2, 3),
                reps,
                null,
                null,
                grams,
                null,
                sides,
                Frequency.daily(),
                null,
                null);
    }
}
