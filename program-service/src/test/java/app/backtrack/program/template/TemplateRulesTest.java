package app.backtrack.program.template;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.program.catalog.Catalog;
import app.backtrack.program.entry.CatalogEntry;
import app.backtrack.program.item.Items;
import app.backtrack.program.item.PlanItem;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TemplateRulesTest {
    private static final Map<String, CatalogEntry> CATALOG =
            new Catalog().all().stream().collect(Collectors.toMap(CatalogEntry::id, Function.identity()));

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
    void a_habit_is_one_of_the_catalog_and_stands_in_a_phase_once() {
        Phase phase = new Phase("Weeks", 1, 3, items(), List.of(), List.of("sitting", "flying", "plank", "sitting"));

        assertThat(flaws(3, phase)).containsOnlyKeys("/phases/0/habits/1", "/phases/0/habits/2", "/phases/0/habits/3");
    }

    @Test
    void an_item_is_checked_as_one_of_a_template_and_stands_in_a_phase_once() {
        Phase phase = new Phase(
                "Weeks",
                1,
                2,
                List.of(
                        Items.of("plank").reps(1, 2).item(),
                        Items.of("plank").weeks(1, 1).item()),
                List.of(),
                List.of());

        assertThat(flaws(2, phase))
                .containsOnlyKeys("/phases/0/items/0/reps", "/phases/0/items/1/weeks", "/phases/0/items/1/exercise");
    }

    @Test
    void all_phases_together_fit_into_a_plan() {
        List<PlanItem> many = CATALOG.values().stream()
                .filter(entry -> entry.kind().plannable() && entry.notPrescribableBecause() == null)
                .map(entry -> Items.of(entry.id()).item())
                .toList();
        Phase first = new Phase("First", 1, 1, many, List.of(), List.of());
        Phase second = new Phase("Second", 2, 2, many, List.of(), List.of());
        Phase third = new Phase("Third", 3, 3, many, List.of(), List.of());

        assertThat(flaws(2, first, second)).isEmpty();
        assertThat(flaws(3, first, second, third)).containsOnlyKeys("/phases");
    }

    private static Map<String, String> flaws(int weeks, Phase... phases) {
        Map<String, String> flaws = new TreeMap<>();
        TemplateRules.misfits(new Template("t", "T", "For tests", weeks, List.of(phases)), CATALOG)
                .forEach(misfit -> flaws.put(misfit.pointer(), misfit.reason()));
        return flaws;
    }

    private static Phase phase(int from, int to) {
        return new Phase("Weeks", from, to, items(), List.of(), List.of());
    }

    private static List<PlanItem> items() {
        return List.of(Items.of("plank").item());
    }
}
