package app.backtrack.program.prescription;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.program.item.Misfit;
import app.backtrack.program.plan.Obstacle;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OverrideRulesTest {
    private static final Obstacle INJURY = new Obstacle("/items/0/exercise", "hinge", "injury");
    private static final Obstacle SHOES = new Obstacle("/items/0/exercise", "hinge", "shoes");
    private static final Obstacle INJURY_LATER = new Obstacle("/items/2/exercise", "hinge", "injury");
    private static final List<Obstacle> OBSTACLES = List.of(INJURY, SHOES, INJURY_LATER);
    private static final CautionOverride HEALED = new CautionOverride("hinge", "injury", "healed");

    @Test
    void an_override_clears_each_item_of_its_exercise_and_leaves_other_cautions() {
        assertThat(OverrideRules.left(OBSTACLES, List.of(HEALED), List.of())).containsExactly(SHOES);
        assertThat(OverrideRules.left(OBSTACLES, List.of(), List.of())).isEqualTo(OBSTACLES);
    }

    @Test
    void what_was_overridden_in_an_earlier_version_goes_on_holding() {
        assertThat(OverrideRules.left(OBSTACLES, List.of(), List.of(HEALED))).containsExactly(SHOES);
    }

    @Test
    void an_override_of_what_blocks_nothing_or_one_said_twice_is_a_mistake() {
        CautionOverride other = new CautionOverride("plank", "injury", "healed");
        CautionOverride again = new CautionOverride("hinge", "injury", "healed well");

        assertThat(OverrideRules.misfits(OBSTACLES, List.of(HEALED))).isEmpty();
        assertThat(OverrideRules.misfits(OBSTACLES, List.of(other, HEALED, again)))
                .extracting(Misfit::pointer)
                .containsExactly("/0/caution", "/2/caution");
    }
}
