package app.backtrack.program.item;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.events.ProgramEvent.Frequency;
import app.backtrack.events.ProgramEvent.PlannedExercise;
import app.backtrack.events.ProgramEvent.Range;
import app.backtrack.events.ProgramEvent.Sides;
import app.backtrack.events.SideRule;
import app.backtrack.program.catalog.Catalog;
import app.backtrack.program.item.ItemRules.Misfit;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ItemRulesTest {
    private static final Range DOSE = new Range(5, 10);

    private final Catalog catalog = new Catalog();

    @ParameterizedTest
    @CsvSource({
        "bird-dog,reps,true",
        "bird-dog,open,false",
        "plank,hold,false",
        "cat-cow,hold,false",
        "cat-cow,reps,false",
        "farmers-carry,hold,false",
        "farmers-carry,hold,true",
        "thoracic-foam-roll,open,false",
        "posture-reset,hold,false",
    })
    void what_the_catalog_allows_fits(String exercise, String dose, boolean eachSide) {
        assertThat(misfits(exercise, dose, eachSide)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "bird-dog,hold,true,holdSeconds",
        "plank,reps,false,reps",
        "plank,hold,true,eachSide",
        "glute-bridge,reps,true,eachSide",
        "diaphragmatic-breathing,hold,false,holdSeconds",
        "thoracic-foam-roll,reps,false,reps",
        "farmers-carry,reps,false,reps",
        "cat-cow,reps,true,eachSide",
    })
    void what_the_exercise_is_not_is_named(String exercise, String dose, boolean eachSide, String member) {
        assertThat(misfits(exercise, dose, eachSide)).extracting(Misfit::member).containsExactly(member);
    }

    @ParameterizedTest
    @ValueSource(strings = {"handstand", "cross", "pectoral-area", "sitting", "chair-height", "chk-sleep", "sc-waist"})
    void what_is_unknown_unclear_or_nothing_to_do_cannot_be_prescribed(String exercise) {
        assertThat(misfits(exercise, "open", false)).extracting(Misfit::member).containsExactly("exercise");
    }

    @Test
    void the_reason_says_how_the_exercise_is_measured() {
        assertThat(misfits("cat-cow", "hold", true).get(0).reason()).contains("both sides at once");
        assertThat(misfits("bird-dog", "hold", true).get(0).reason()).endsWith("measured in reps");
    }

    private List<Misfit> misfits(String exercise, String dose, boolean eachSide) {
        Range reps = "reps".equals(dose) ? DOSE : null;
        Range hold = "hold".equals(dose) ? DOSE : null;
        PlannedExercise item = new PlannedExercise(
                exercise,
                null,
                null,
                reps,
                hold,
                null,
                null,
                null,
                Sides.of(eachSide ? SideRule.EACH : SideRule.TWO_SIDED),
                Frequency.timesPerWeek(3),
                null,
                null);
        return ItemRules.misfits(item, catalog.find(exercise).orElse(null));
    }
}
