package app.backtrack.tracking.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RankAutocorrelationTest {

    /** Figures reckoned with NumPy 2 from the published formula, ranks by scipy.stats.rankdata. */
    @ParameterizedTest
    @CsvSource({
        "776767775444535455566664575666554464345465533455553254444432331244424322212222211211,1.7140367542070791",
        ".77.5.555565.67.88.95.6..5.3....34.4.4.6322.3.555.3....5554.5...55.65.4..3.2.2.2...4,3.626738868360407",
        "543.654644455577..5.36554.5444.3...6453443,1.0025187871565766"
    })
    void agrees_with_the_published_formula(String series, double factor) {
        assertThat(factor(Digits.of(series))).isCloseTo(factor, within(1e-12));
    }

    /**
     * Sixteen values in blocks of four, two low and two high, reckoned by hand: ranks 4.5 and 12.5, so each deviation
     * is 4 and the variance 16. Slope 0. Lag 1: 15 pairs, 12 alike, 3 not: 9/15 = 0.6, above 1.96/√15 = 0.506. Lag 2:
     * 14 pairs, 8 alike, 6 not: 0.143, not significant. Lag 3: 13 pairs, 4 alike, 9 not: −0.385, within 1.96/√13 =
     * 0.544. Lag 4: 12 pairs, none alike: −1. Factor = 1 + 2/(16·15·14) · (15·14·13·0.6 − 12·11·10) = 1.1892857… .
     */
    @Test
    void counts_significant_lags_only_whatever_their_sign() {
        Observations blocks = Digits.of("2222888822228888");

        assertThat(RankAutocorrelation.of(blocks, 0).varianceFactor())
                .isCloseTo(1 + 2.0 / 3360 * (2730 * 0.6 - 1320), within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(strings = {"28", "282", "2828", "28282828282828282828282828", "9876543210", "5555555555555555555555"})
    void never_makes_a_verdict_easier_and_never_divides_by_zero(String series) {
        assertThat(factor(Digits.of(series))).isEqualTo(1);
    }

    @Test
    void lags_are_distances_in_days_so_a_value_every_fifth_day_says_nothing_of_its_neighbours() {
        String everyDay = "1111111111111111111188888888888888888888";
        String everyFifthDay = everyDay.replaceAll(".", "$0....");

        assertThat(RankAutocorrelation.of(Digits.of(everyDay), 0).varianceFactor())
                .isGreaterThan(2);
        assertThat(RankAutocorrelation.of(Digits.of(everyFifthDay), 0).varianceFactor())
                .isLessThan(RankAutocorrelation.of(Digits.of(everyDay), 0).varianceFactor());
    }

    @Property(tries = 300)
    void agrees_with_plain_reckoning(@ForAll("series") Observations series) {
        double slope = SenSlope.of(series).perDay();

        assertThat(RankAutocorrelation.of(series, slope).varianceFactor())
                .isCloseTo(PlainReckoning.varianceFactor(series, slope), within(1e-9));
    }

    @Property(tries = 200)
    void turning_the_values_over_changes_nothing(@ForAll("series") Observations series) {
        assertThat(factor(Digits.mirrored(series))).isCloseTo(factor(series), within(1e-9));
    }

    private static double factor(Observations series) {
        return RankAutocorrelation.of(series, SenSlope.of(series).perDay()).varianceFactor();
    }

    @Provide
    Arbitrary<Observations> series() {
        return Digits.any();
    }
}
