package app.backtrack.program.template;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.events.ExerciseSide;
import app.backtrack.events.Repetition;
import app.backtrack.events.SideRule;
import app.backtrack.program.StrictResource;
import app.backtrack.program.catalog.Catalog;
import app.backtrack.program.entry.Amount;
import app.backtrack.program.entry.Amount.Unit;
import app.backtrack.program.entry.CatalogEntry;
import app.backtrack.program.entry.Kind;
import app.backtrack.program.entry.Side;
import app.backtrack.program.item.ItemFrequency;
import app.backtrack.program.item.ItemSides;
import app.backtrack.program.item.Items;
import app.backtrack.program.item.PlanItem;
import app.backtrack.program.item.Span;
import app.backtrack.program.plan.HabitBody;
import app.backtrack.program.plan.PhaseBody;
import app.backtrack.program.plan.PlanBody;
import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import java.util.Map;
import java.util.function.Function;
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
        assertThat(templates.all().get(0).plan(null).items())
                .extracting(PlanItem::exercise)
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
        assertThat(templates.all().get(0).plan(null).items())
                .contains(
                        new PlanItem(
                                "bird-dog",
                                new Span(1, 12),
                                new Span(1, 3),
                                null,
                                null,
                                null,
                                null,
                                null,
                                ItemSides.of(SideRule.EACH),
                                ItemFrequency.timesPerWeek(3),
                                null,
                                null),
                        Items.of("childs-pose").weeks(1, 12).hold(20, 30).item());
    }

    @Test
    void every_dose_is_the_one_that_the_catalog_states() {
        assertThat(items()).isNotEmpty().allSatisfy(item -> {
            assertThat(item.sets()).as(item.exercise()).isEqualTo(stated(item, Unit.SETS));
            assertThat(item.reps()).as(item.exercise()).isNull();
            assertThat(item.holdSeconds()).as(item.exercise()).isEqualTo(statedSeconds(item));
        });
    }

    @Test
    void every_item_and_habit_fits_what_the_catalog_says() {
        Map<String, CatalogEntry> entries =
                catalog.all().stream().collect(Collectors.toMap(CatalogEntry::id, Function.identity()));

        assertThat(templates.all())
                .allSatisfy(template ->
                        assertThat(TemplateRules.misfits(template, entries)).isEmpty());
    }

    @Test
    void no_session_asks_for_more_than_four_exercises() {
        assertThat(phases())
                .allSatisfy(phase -> assertThat(phase.items())
                        .filteredOn(item -> entry(item).kind() == Kind.EXERCISE)
                        .hasSizeLessThanOrEqualTo(MOST_EXERCISES));
    }

    @Test
    void no_two_habits_begin_in_one_week() {
        assertThat(templates.all())
                .allSatisfy(template -> assertThat(template.plan(null).habits())
                        .extracting(HabitBody::fromWeek)
                        .doesNotHaveDuplicates());
    }

    @Test
    void imbalance_correction_is_one_sided_with_the_weaker_side_first_as_soon_as_it_is_named() {
        Template template = templates.find("imbalance-correction").orElseThrow();

        assertThat(template.asksForWeakerSide()).isTrue();
        assertThat(template.plan(ExerciseSide.LEFT).items()).allSatisfy(item -> {
            assertThat(entry(item).sides()).isNotEqualTo(Side.TWO_SIDED);
            assertThat(item.sides())
                    .isEqualTo(
                            entry(item).kind() == Kind.EXERCISE
                                    ? new ItemSides(SideRule.WEAKER_FIRST, ExerciseSide.LEFT, null, null)
                                    : ItemSides.of(SideRule.EACH));
        });
        assertThat(template.plan(null).items())
                .allSatisfy(item -> assertThat(item.sides()).isEqualTo(ItemSides.of(SideRule.EACH)));
    }

    @Test
    void the_posture_resets_are_due_every_few_hours() {
        assertThat(templates
                        .find("posture-and-desk-day")
                        .orElseThrow()
                        .plan(null)
                        .items())
                .filteredOn(item -> item.exercise().equals("posture-reset"))
                .hasSize(2)
                .allSatisfy(item -> assertThat(item.frequency())
                        .isEqualTo(new ItemFrequency(Repetition.EVERY_FEW_HOURS, 3, null, new Span(2, 3))));
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
    void a_plan_takes_every_phase_with_its_weeks_and_habits() {
        PlanBody plan = templates.find("resilient-back").orElseThrow().plan(null);

        assertThat(plan.name()).isEqualTo("Resilient back");
        assertThat(plan.weeks()).isEqualTo(12);
        assertThat(plan.phases())
                .containsExactly(
                        new PhaseBody("Steady the trunk", new Span(1, 4)),
                        new PhaseBody("Movements of daily life", new Span(5, 12)));
        assertThat(plan.items())
                .extracting(item -> item.exercise() + " " + item.weeks())
                .contains(
                        "abdominal-drawing-in " + new Span(1, 4),
                        "dead-bug-band " + new Span(1, 4),
                        "dead-bug-band " + new Span(5, 12),
                        "farmers-carry " + new Span(5, 12))
                .hasSize(9);
        assertThat(plan.habits())
                .containsExactly(
                        new HabitBody("limit-crunches", 1, null),
                        new HabitBody("one-habit-at-a-time", 3, null),
                        new HabitBody("chk-functional-patterns", 5, null),
                        new HabitBody("not-isolation-only", 9, null));
    }

    @Test
    void a_habit_that_a_later_phase_names_again_goes_on() {
        assertThat(templates
                        .find("recovery-and-mobility")
                        .orElseThrow()
                        .plan(null)
                        .habits())
                .containsExactly(
                        new HabitBody("sleeping", 1, null),
                        new HabitBody("chk-breathing", 3, null),
                        new HabitBody("chk-foam-roll", 6, null),
                        new HabitBody("chk-sleep", 7, null));
    }

    private Stream<Phase> phases() {
        return templates.all().stream().flatMap(template -> template.phases().stream());
    }

    private Stream<PlanItem> items() {
        return phases().flatMap(phase -> phase.items().stream());
    }

    private CatalogEntry entry(PlanItem item) {
        return catalog.find(item.exercise()).orElseThrow();
    }

    private @Nullable Span statedSeconds(PlanItem item) {
        Span held = stated(item, Unit.HOLD_SECONDS);
        Span kept = held == null ? stated(item, Unit.DURATION_SECONDS) : held;
        Span minutes = stated(item, Unit.MINUTES);
        return kept != null || minutes == null ? kept : new Span(60 * minutes.min(), 60 * minutes.max());
    }

    private @Nullable Span stated(PlanItem item, Unit unit) {
        for (Amount amount : entry(item).dose().amounts()) {
            if (amount.of() == unit && amount.min() != null && amount.max() != null) {
                return new Span(amount.min(), amount.max());
            }
        }
        return null;
    }
}
