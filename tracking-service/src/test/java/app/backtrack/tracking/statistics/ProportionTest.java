package app.backtrack.tracking.statistics;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ProportionTest {

    /** Newcombe 1998, Stat Med 17:857, table I, method 3. */
    @ParameterizedTest
    @CsvSource({"81, 263, 0.2553, 0.3662", "15, 148, 0.0624, 0.1605", "0, 20, 0.0000, 0.1611", "1, 29, 0.0061, 0.1718"})
    void the_interval_is_the_one_of_the_literature(int hits, int of, double lower, double upper) {
        Interval interval = requireNonNull(Proportion.of(hits, of)).interval();

        assertThat(interval.lower()).isCloseTo(lower, within(0.00005));
        assertThat(interval.upper()).isCloseTo(upper, within(0.00005));
    }

    @Test
    void a_share_of_nothing_is_none() {
        assertThat(Proportion.of(0, 0)).isNull();
    }

    /** The limits are the solutions of |share − p| = z · √(p (1 − p) / n), by which Wilson defined them. */
    @Property
    void both_limits_solve_the_equation_that_defines_them(
            @ForAll @IntRange(max = 500) int one, @ForAll @IntRange(max = 500) int other) {
        int hits = Math.min(one, other);
        int of = Math.max(Math.max(one, other), 1);
        Proportion proportion = requireNonNull(Proportion.of(hits, of));

        for (double limit : new double[] {
            proportion.interval().lower(), proportion.interval().upper()
        }) {
            double distance = Math.abs(proportion.share() - limit);
            assertThat(distance * distance).isCloseTo(3.841458820694 * limit * (1 - limit) / of, within(1e-7));
        }
        assertThat(proportion.share())
                .isBetween(proportion.interval().lower(), proportion.interval().upper());
    }
}
