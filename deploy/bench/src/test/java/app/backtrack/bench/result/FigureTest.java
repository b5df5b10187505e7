package app.backtrack.bench.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FigureTest {

    @Test
    void the_median_is_the_middle_or_the_mean_of_the_two_in_the_middle() {
        assertThat(figure(9.0, 1.0, 2.0).median()).isEqualTo(2.0);
        assertThat(figure(9.0, 1.0, 2.0, 4.0).median()).isEqualTo(3.0);
    }

    @Test
    void a_line_says_the_median_the_spread_and_the_goal() {
        assertThat(figure(1_200.0, 1_000.0, 1_100.4).text())
                .startsWith("taken")
                .endsWith(" 1,100 1/s (1,000 to 1,200, 3 times); goal >= 900");
    }

    @Test
    void what_was_measured_once_has_no_spread() {
        assertThat(Figure.once("start", "s", 0.9876, null).text()).endsWith(" 0.988 s");
    }

    private static Figure figure(Double... values) {
        return new Figure("taken", "1/s", List.of(values), ">= 900");
    }
}
