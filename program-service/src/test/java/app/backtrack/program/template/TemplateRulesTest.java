package app.backtrack.program.template;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.events.ProgramEvent.Frequency;
import app.backtrack.events.ProgramEvent.PlannedExercise;
import app.backtrack.events.ProgramEvent.Sides;
import app.backtrack.events.SideRule;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TemplateRulesTest {

    @Test
    void phases_that_follow_each_other_to_the_last_week_are_fine() {
        assertThat(flaws(8, phase(1, 4), phase(5, 8))).isEmpty();
        assertThat(flaws(1, phase(1, 1))).isEmpty();
    }

    @Test
    void a_gap_an_overlap_and_a_late_begin_are_named() {
        assertThat(flaws(8, phase(1, 4), phase(6, 8))).containsOnlyKeys("/phases/1/fromWeek");
        assertThat(flaws(8, phase(1, 4), phase(4, 8))).containsOnlyKeys("/phases/1/fromWeek");
        assertThat(flaws(8, phase(2, 8))).containsOnlyKeys("/phases/0/fromWeek");
    }

    @Test
    void phases_end_with_the_template() {
        assertThat(flaws(9, phase(1, 8))).containsOnlyKeys("/weeks");
        assertThat(flaws(8, phase(1, 9))).containsOnlyKeys("/weeks");
        assertThat(flaws(1, phase(3, 1))).containsOnlyKeys("/phases/0/fromWeek", "/phases/0/toWeek");
    }

    @Test
    void a_habit_is_one_of_the_catalog() {
        Phase phase = new Phase("Weeks", 1, 2, items(), List.of(), List.of("sitting", "flying"));

        assertThat(flaws(2, phase)).containsOnlyKeys("/phases/0/habits/1");
    }

    private static Map<String, String> flaws(int weeks, Phase... phases) {
        return TemplateRules.flaws(new Template("t", "T", "For tests", weeks, List.of(phases)), "sitting"::equals);
    }

    private static Phase phase(int from, int to) {
        return new Phase("Weeks", from, to, items(), List.of(), List.of());
    }

    private static List<PlannedExercise> items() {
        return List.of(new PlannedExercise(
                "plank",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Sides.of(SideRule.TWO_SIDED),
                Frequency.timesPerWeek(3),
                null,
                null));
    }
}
