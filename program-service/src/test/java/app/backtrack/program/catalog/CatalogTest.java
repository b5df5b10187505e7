package app.backtrack.program.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.program.StrictResource;
import app.backtrack.program.entry.Amount;
import app.backtrack.program.entry.CatalogEntry;
import app.backtrack.program.entry.CautionLevel;
import app.backtrack.program.entry.DefaultDose;
import app.backtrack.program.entry.Kind;
import app.backtrack.program.entry.Measure;
import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compares our entries with what their sources state, noted here apart from them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CatalogTest {
    private final Catalog catalog = new Catalog();

    @Test
    void every_entry_is_there_and_none_besides() {
        assertThat(catalog.all())
                .extracting(CatalogEntry::id)
                .containsExactlyInAnyOrder(
                        ("bird-dog plank side-plank glute-bridge single-leg-glute-bridge deadlift single-leg-deadlift "
                                        + "single-arm-dumbbell-row farmers-carry dead-bug-band pallof-press "
                                        + "single-arm-suitcase-deadlift abdominal-drawing-in quadruped-rocking "
                                        + "wall-angel leaning-hamstring childs-pose cat-cow cross knee-to-belly "
                                        + "kneeling-hip-flexor seated-forward-bend supine-twist pectoral-area "
                                        + "diaphragmatic-breathing thoracic-foam-roll cat-cow-rotation nerve-flossing "
                                        + "contrast-therapy posture-reset sitting standing walking sleeping "
                                        + "movement-breaks gym-free-activity one-habit-at-a-time limit-crunches "
                                        + "not-isolation-only chair-height monitor-distance monitor-height desk-breaks "
                                        + "lifting footwear chk-functional-patterns chk-posture-resets chk-breathing "
                                        + "chk-static-limit chk-foam-roll chk-sleep chk-footwear sc-shoulder sc-waist "
                                        + "sc-weight-shift sc-one-sided-pain sc-hip-flexor-tight")
                                .split(" "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bird-dog | reps | one-sided | stated: sets 1-3",
                "plank | hold-seconds | two-sided | stated: sets 1-3",
                "side-plank | hold-seconds | one-sided | stated: sets 1-3",
                "glute-bridge | reps | two-sided | stated: sets 1-3",
                "single-leg-glute-bridge | reps | one-sided | stated: sets 1-3",
                "deadlift | reps | two-sided | stated: sets 1-3",
                "single-leg-deadlift | reps | one-sided | stated: sets 1-3",
                "single-arm-dumbbell-row | reps | one-sided | not-stated",
                "farmers-carry | duration-seconds | not-stated | stated: duration-seconds 30-60",
                "dead-bug-band | reps | not-stated | not-stated",
                "pallof-press | reps | not-stated | not-stated",
                "single-arm-suitcase-deadlift | reps | one-sided | not-stated",
                "abdominal-drawing-in | reps | two-sided | not-stated",
                "quadruped-rocking | reps | two-sided | not-stated",
                "wall-angel | reps | two-sided | not-stated",
                "leaning-hamstring | hold-seconds | not-stated | stated: hold-seconds 20-30",
                "childs-pose | hold-seconds | two-sided | stated: hold-seconds 20-30",
                "cat-cow | hold-seconds reps | two-sided | stated: hold-seconds 20-30",
                "cross | hold-seconds | not-stated | stated: hold-seconds 20-30",
                "knee-to-belly | hold-seconds | not-stated | stated: hold-seconds 20-30",
                "kneeling-hip-flexor | hold-seconds | one-sided | not-stated",
                "seated-forward-bend | hold-seconds | not-stated | not-stated",
                "supine-twist | hold-seconds | not-stated | not-stated",
                "pectoral-area | hold-seconds | not-stated | not-stated",
                "diaphragmatic-breathing | minutes | two-sided | stated: minutes 5-5",
                "thoracic-foam-roll | minutes | two-sided | stated: times-per-week 2-3",
                "cat-cow-rotation | reps | not-stated | not-stated",
                "nerve-flossing | reps | not-stated | not-stated",
                "contrast-therapy | minutes | not-stated | stated: warm-minutes 3-3, cool-minutes 1-1",
                "posture-reset | hold-seconds | two-sided | stated: hold-seconds 30-30, every-hours 2-3, times-per-day 3-",
                "movement-breaks | '' | not-applicable | stated: every-minutes 30-60, still-minutes -30, every-minutes 45-45",
                "gym-free-activity | minutes | not-applicable | not-stated",
                "sitting | '' | not-applicable | not-applicable",
                "desk-breaks | '' | not-applicable | stated: every-minutes 30-60",
                "lifting | '' | not-applicable | not-applicable",
                "chk-functional-patterns | count | not-applicable | stated: patterns-per-week 3-",
                "chk-posture-resets | count | not-applicable | stated: times-per-day 3-",
                "chk-breathing | minutes | not-applicable | stated: minutes 5-",
                "chk-static-limit | yes-no | not-applicable | stated: still-minutes -30",
                "chk-foam-roll | count | not-applicable | stated: times-per-week 2-3",
                "chk-sleep | yes-no | not-applicable | not-applicable",
                "chk-footwear | yes-no | not-applicable | not-applicable",
                "sc-shoulder | yes-no | not-applicable | not-applicable",
            })
    void measures_sides_and_doses_are_those_of_the_sources(String id, String measures, String sides, String dose) {
        CatalogEntry entry = entry(id);

        assertThat(entry.measures().stream().map(Measure::wireName).collect(Collectors.joining(" ")))
                .isEqualTo(measures);
        assertThat(entry.sides().wireName()).isEqualTo(sides);
        assertThat(text(entry.dose())).isEqualTo(dose);
    }

    @Test
    void a_stated_dose_names_its_source_and_says_what_it_leaves_open() {
        assertThat(catalog.all())
                .filteredOn(entry -> entry.dose().state() == DefaultDose.State.STATED)
                .hasSizeGreaterThan(20)
                .allSatisfy(entry -> assertThat(entry.dose().source()).isNotBlank());
        assertThat(entry("bird-dog").dose().leftOpen()).containsExactly(Measure.REPS);
        assertThat(entry("plank").dose().leftOpen()).containsExactly(Measure.HOLD_SECONDS);
        assertThat(entry("thoracic-foam-roll").dose().leftOpen()).containsExactly(Measure.MINUTES);
        assertThat(entry("cat-cow").dose().leftOpen()).isEmpty();
        assertThat(entry("chk-foam-roll").dose().leftOpen()).isEmpty();
    }

    @Test
    void what_its_source_leaves_unclear_must_be_defined_before_it_is_prescribed() {
        assertThat(catalog.all())
                .filteredOn(entry -> entry.notPrescribableBecause() != null)
                .extracting(CatalogEntry::id)
                .containsExactly("cross", "pectoral-area");
        assertThat(entry("cross").notPrescribableBecause()).contains("clinician must define");
    }

    @Test
    void a_self_check_says_that_it_is_no_diagnosis() {
        assertThat(catalog.all())
                .filteredOn(entry -> entry.kind() == Kind.SELF_CHECK)
                .hasSize(5)
                .allSatisfy(entry -> assertThat(entry.guidance().cautions())
                        .singleElement()
                        .satisfies(caution -> {
                            assertThat(caution.id()).isEqualTo("no-diagnosis");
                            assertThat(caution.level()).isEqualTo(CautionLevel.WARN);
                            assertThat(caution.text()).contains("no diagnosis", "physical therapist or doctor");
                        }));
    }

    @Test
    void what_replaces_another_is_named_there_as_well() {
        assertThat(catalog.all())
                .allSatisfy(entry -> assertThat(entry.replaces())
                        .allSatisfy(
                                other -> assertThat(entry(other).replacedBy()).contains(entry.id())));
        assertThat(entry("single-leg-deadlift").replaces()).containsExactly("deadlift");
        assertThat(entry("limit-crunches").replacedBy()).containsExactly("plank", "side-plank", "dead-bug-band");
    }

    @Test
    void our_entries_keep_the_rules_for_a_clinics() {
        Map<String, EntryBody> bodies = StrictResource.read("/catalog.json", new TypeReference<>() {});
        try (ValidatorFactory factory = Validation.buildDefaultValidatorFactory()) {
            Validator validator = factory.getValidator();
            assertThat(bodies.values())
                    .allSatisfy(body -> assertThat(validator.validate(body)).isEmpty());
        }
        assertThat(catalog.all())
                .allSatisfy(entry -> assertThat(
                                EntryRules.flaws(entry, id -> catalog.find(id).isPresent()))
                        .isEmpty());
    }

    private CatalogEntry entry(String id) {
        return catalog.find(id).orElseThrow();
    }

    private static String text(DefaultDose dose) {
        List<Amount> amounts = dose.amounts();
        return amounts.isEmpty()
                ? dose.state().wireName()
                : dose.state().wireName()
                        + amounts.stream().map(CatalogTest::text).collect(Collectors.joining(", ", ": ", ""));
    }

    private static String text(Amount amount) {
        String min = amount.min() == null ? "" : amount.min().toString();
        String max = amount.max() == null ? "" : amount.max().toString();
        return amount.of().wireName() + " " + min + "-" + max;
    }
}
