package app.backtrack.program.template;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.events.ProgramEvent.Frequency;
import app.backtrack.events.ProgramEvent.PlannedExercise;
import app.backtrack.events.ProgramEvent.Range;
import app.backtrack.events.ProgramEvent.Sides;
import app.backtrack.events.SideRule;
import app.backtrack.program.StrictResource;
import app.backtrack.program.catalog.Catalog;
import app.backtrack.program.entry.Amount;
import app.backtrack.program.entry.Amount.Unit;
import app.backtrack.program.entry.CatalogEntry;
import app.backtrack.program.entry.Kind;
import app.backtrack.program.entry.Side;
import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TemplatesTest {
    /** More than people manage in one session. */
    private static final int MOST_EXERCISES = 4;

    private final Templates templates = new Templates();
    private final Catalog catalog = new Catalog();

    @Test
    void six_templates_are_built_in() {
        assertThat(templates.all())
                .extracting(Template::id)
                .containsExactly(
                        "lower-back-starter",
                        "imbalance-correction",
                        "resilient-back",
                        "posture-and-desk-day",
                        "recovery-and-mobility",
                        "maintenance");
        assertThat(templates.find("lower-back-starter"))
                .contains(templates.all().get(0));
        assertThat(templates.find("another")).isEmpty();
    }

    @Test
    void the_lower_back_starter_keeps_its_exercises() {
        assertThat(templates.all().get(0).items())
                .extracting(PlannedExercise::exercise)
                .containsExactly(
                        "bird-dog",
                        "plank",
                        "side-plank",
                        "glute-bridge",
                        "leaning-hamstring",
                        "childs-pose",
                        "knee-to-belly");
    }

    @Test
    void a_dose_that_nobody_stated_stays_open() {
        assertThat(templates.all().get(0).items())
                .contains(
                        new PlannedExercise(
                                "bird-dog",
                                null,
                                new Range(1, 3),
                                null,
                                null,
                                null,
                                null,
                                null,
                                Sides.of(SideRule.EACH),
                                Frequency.timesPerWeek(3),
                                null,
                                null),
                        new PlannedExercise(
                                "childs-pose",
                                null,
                                null,
                                null,
                                new Range(20, 30),
                                null,
                                null,
                                null,
                                Sides.of(SideRule.TWO_SIDED),
                                Frequency.timesPerWeek(3),
                                null,
                                null));
    }

    @Test
    void every_dose_is_the_one_that_the_catalog_states() {
        assertThat(items()).isNotEmpty().allSatisfy(item -> {
            assertThat(item.sets()).as(item.exercise()).isEqualTo(stated(item, Unit.SETS));
            assertThat(item.reps()).as(item.exercise()).isNull();
            Range held = stated(item, Unit.HOLD_SECONDS);
            assertThat(item.holdSeconds())
                    .as(item.exercise())
                    .isEqualTo(held == null ? stated(item, Unit.DURATION_SECONDS) : held);
        });
    }

    @Test
    void every_item_and_habit_is_an_entry_of_the_catalog() {
        Set<String> known = catalog.all().stream().map(CatalogEntry::id).collect(Collectors.toSet());

        assertThat(items()).extracting(PlannedExercise::exercise).isSubsetOf(known);
        assertThat(templates.all())
                .allSatisfy(template -> assertThat(TemplateRules.flaws(template, known::contains))
                        .isEmpty());
    }

    @Test
    void no_session_asks_for_more_than_four_exercises() {
        assertThat(phases())
                .allSatisfy(phase -> assertThat(phase.items())
                        .filteredOn(item -> entry(item).kind() == Kind.EXERCISE)
                        .hasSizeLessThanOrEqualTo(MOST_EXERCISES));
    }

    @Test
    void imbalance_correction_is_one_sided_with_the_weaker_side_first() {
        assertThat(templates.find("imbalance-correction").orElseThrow().phases())
                .allSatisfy(phase -> {
                    assertThat(phase.instructions()).contains("Begin with the weaker side");
                    assertThat(phase.items()).allSatisfy(item -> {
                        assertThat(item.sides().rule() == SideRule.EACH).isTrue();
                        assertThat(entry(item).sides()).isNotEqualTo(Side.TWO_SIDED);
                    });
                });
    }

    @Test
    void our_templates_keep_the_rules_for_a_clinics() {
        try (ValidatorFactory factory = Validation.buildDefaultValidatorFactory()) {
            assertThat(templates.all()).allSatisfy(template -> {
                TemplateBody body =
                        StrictResource.read("/templates/" + template.id() + ".json", new TypeReference<>() {});
                assertThat(factory.getValidator().validate(body)).isEmpty();
            });
        }
    }

    @Test
    void a_plan_takes_the_first_phase_and_begins_when_asked() {
        Template template = templates.find("resilient-back").orElseThrow();
        LocalDate start = LocalDate.of(2026, 9, 1);

        var plan = template.plan(start);

        assertThat(plan.template()).isEqualTo(template.id());
        assertThat(plan.name()).isEqualTo(template.name());
        assertThat(plan.startsOn()).isEqualTo(start);
        assertThat(plan.weeks()).isEqualTo(12);
        assertThat(plan.items()).isEqualTo(template.phases().get(0).items()).hasSize(4);
    }

    private Stream<Phase> phases() {
        return templates.all().stream().flatMap(template -> template.phases().stream());
    }

    private Stream<PlannedExercise> items() {
        return phases().flatMap(phase -> phase.items().stream());
    }

    private CatalogEntry entry(PlannedExercise item) {
        return catalog.find(item.exercise()).orElseThrow();
    }

    private @Nullable Range stated(PlannedExercise item, Unit unit) {
        for (Amount amount : entry(item).dose().amounts()) {
            if (amount.of() == unit && amount.min() != null && amount.max() != null) {
                return new Range(amount.min(), amount.max());
            }
        }
        return null;
    }
}
