package app.backtrack.tracking.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class GenerationsTest {
    private final Generations first = Generations.first(ProjectionName.PROGRESS);

    @Test
    void a_projection_begins_with_the_collection_that_bears_its_name() {
        assertThat(first.live()).isEqualTo("progress-v1");
        assertThat(first.other()).isEmpty();
    }

    @Test
    void a_new_generation_is_empty_and_stands_beside_the_live_one() {
        Generations begun = first.begun();

        assertThat(begun.live()).isEqualTo("progress-v1");
        assertThat(begun.other()).contains("progress-v1-g2");
        assertThat(begun.complete()).isFalse();
        assertThat(begun.position()).isEmpty();
    }

    @Test
    void an_incomplete_generation_cannot_be_switched_to() {
        assertThatIllegalStateException().isThrownBy(() -> first.begun().switched());
        assertThatIllegalStateException().isThrownBy(first::switched);
    }

    @Test
    void switching_swaps_the_two_and_switching_again_swaps_them_back() {
        Generations complete = first.begun().completed();

        assertThat(complete.switched().live()).isEqualTo("progress-v1-g2");
        assertThat(complete.switched().other()).contains("progress-v1");
        assertThat(complete.switched().newestIsLive()).isTrue();
        assertThat(complete.switched().switched()).isEqualTo(complete);
    }

    @Test
    void the_name_of_a_dropped_generation_is_never_used_again() {
        Generations dropped = first.begun().dropped();

        assertThat(dropped.dropping()).isEqualTo("progress-v1-g2");
        assertThat(dropped.other()).isEmpty();
        assertThat(dropped.cleared().begun().other()).contains("progress-v1-g3");
    }

    @Test
    void no_other_generation_begins_before_the_dropped_one_is_gone() {
        assertThatIllegalStateException()
                .isThrownBy(() -> first.begun().completed().switched().dropped().begun());
    }

    @Test
    void position_and_goal_are_kept_through_a_switch_and_begin_anew_with_the_next_generation() {
        var offsets = new TreeMap<>(Map.of("pain-events/0", 7L));
        Generations complete = first.begun().towards(offsets).at(offsets).completed();

        assertThat(complete.switched().position()).isEqualTo(offsets);
        assertThat(complete.dropped().cleared().begun().goal()).isEmpty();
    }
}
