package app.backtrack.tracking.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SenSlopeTest {

    private static final Offset<Double> CLOSE = within(1e-12);

    @Test
    void gives_the_figures_of_the_example_in_sens_paper() {
        Observations sen =
                Observations.of(new int[] {1, 2, 3, 4, 10, 12, 18}, new double[] {9, 15, 19, 20, 45, 55, 78});

        SenSlope slope = SenSlope.of(sen);

        assertThat(slope.perDay()).isEqualTo(4);
        assertThat(slope.interval(0.93, KendallScore.of(sen).variance())).isEqualTo(new Interval(26.0 / 7, 35.0 / 8));
    }

    /** Figures of scipy.stats.theilslopes(…, 0.95), SciPy 1.17.1. */
    @ParameterizedTest
    @CsvSource({
        "776767775444535455566664575666554464345465533455553254444432331244424322212222211211,"
                + "-0.05555555555555555,-0.06666666666666667,-0.047619047619047616",
        ".77.5.555565.67.88.95.6..5.3....34.4.4.6322.3.555.3....5554.5...55.65.4..3.2.2.2...4,"
                + "-0.029411764705882353,-0.045454545454545456,0",
        "543.654644455577..5.36554.5444.3...6453443,0,-0.05,0",
        ".3.5.3.44.5....566.54.....65,0.07692307692307693,0,0.14285714285714285",
        "5....5..4...3,-0.20833333333333331,-0.3333333333333333,0",
        "98.7.6543.210,-0.75,-0.8333333333333334,-0.6666666666666666",
        "35,2,2,2"
    })
    void agrees_with_scipy_on_ties_and_gaps(String series, double slope, double lower, double upper) {
        Observations observations = Digits.of(series);
        SenSlope sen = SenSlope.of(observations);

        Interval interval = sen.interval(0.95, KendallScore.of(observations).variance());

        assertThat(sen.perDay()).isCloseTo(slope, CLOSE);
        assertThat(interval.lower()).isCloseTo(lower, CLOSE);
        assertThat(interval.upper()).isCloseTo(upper, CLOSE);
    }

    @Test
    void a_series_of_equal_values_has_slope_zero_and_an_interval_of_zero() {
        SenSlope sen = SenSlope.of(Digits.of("44.4444.44"));

        assertThat(sen.perDay()).isEqualTo(0);
        assertThat(sen.interval(0.95, 0)).isEqualTo(new Interval(0, 0));
    }

    @Test
    void one_day_has_no_slope() {
        assertThatThrownBy(() -> SenSlope.of(Digits.of("..4"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 300)
    void agrees_with_plain_reckoning(@ForAll("series") Observations series) {
        List<Double> slopes = PlainReckoning.slopes(series);
        double variance = PlainReckoning.variance(series);
        double spread = PlainReckoning.Z * Math.sqrt(variance);
        long below = Math.round(Math.rint((slopes.size() - spread) / 2));
        long upTo = Math.round(Math.rint((slopes.size() + spread) / 2));

        SenSlope sen = SenSlope.of(series);

        assertThat(sen.perDay()).isCloseTo(PlainReckoning.median(slopes), CLOSE);
        assertThat(sen.interval(0.95, variance))
                .isEqualTo(new Interval(
                        slopes.get((int) Math.max(0, below - 1)), slopes.get((int) Math.min(upTo, slopes.size() - 1))));
    }

    @Property(tries = 200)
    void turning_the_values_over_turns_slope_and_interval_over(@ForAll("series") Observations series) {
        double variance = KendallScore.of(series).variance();
        SenSlope sen = SenSlope.of(series);
        SenSlope mirrored = SenSlope.of(Digits.mirrored(series));

        assertThat(mirrored.perDay()).isCloseTo(-sen.perDay(), CLOSE);
        assertThat(mirrored.interval(0.95, variance).lower())
                .isCloseTo(-sen.interval(0.95, variance).upper(), CLOSE);
        assertThat(mirrored.interval(0.95, variance).upper())
                .isCloseTo(-sen.interval(0.95, variance).lower(), CLOSE);
    }

    @Property(tries = 200)
    void the_estimate_lies_in_its_interval_and_a_larger_variance_never_narrows_it(
            @ForAll("series") Observations series) {
        double variance = KendallScore.of(series).variance();
        SenSlope sen = SenSlope.of(series);
        Interval plain = sen.interval(0.95, variance);
        Interval corrected = sen.interval(0.95, variance * 2.5);

        assertThat(sen.perDay()).isBetween(plain.lower(), plain.upper());
        assertThat(corrected.lower()).isLessThanOrEqualTo(plain.lower());
        assertThat(corrected.upper()).isGreaterThanOrEqualTo(plain.upper());
    }

    @Provide
    Arbitrary<Observations> series() {
        return Digits.any();
    }
}
