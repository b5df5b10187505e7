package app.backtrack.tracking.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ObservationsTest {

    @Test
    void a_day_twice_days_out_of_order_and_a_missing_value_are_refused() {
        assertThatThrownBy(() -> Observations.of(new int[] {1, 1}, new double[] {4, 5}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Observations.of(new int[] {2, 1}, new double[] {4, 5}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Observations.of(new int[] {1, 2}, new double[] {4}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void binary_noise_and_negative_zero_are_rounded_away() {
        double noisy = 39.0 / 7 - 25.0 / 7;

        assertThat(noisy).isNotEqualTo(2);
        assertThat(Rounding.nineDecimals(noisy)).isEqualTo(2);
        assertThat(Double.compare(Rounding.nineDecimals(-0.0), 0.0)).isZero();
    }
}
