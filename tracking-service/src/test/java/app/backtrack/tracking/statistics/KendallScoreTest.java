package app.backtrack.tracking.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class KendallScoreTest {

    private static final Offset<Double> CLOSE = within(1e-12);

    /** Figures of scipy.stats.kendalltau, exact for the untied, else asymptotic, SciPy 1.17.1. */
    @ParameterizedTest
    @CsvSource({
        "776767775444535455566664575666554464345465533455553254444432331244424322212222211211,"
                + "-0.6480658919979544,3.6468481792838107e-16",
        ".77.5.555565.67.88.95.6..5.3....34.4.4.6322.3.555.3....5554.5...55.65.4..3.2.2.2...4,"
                + "-0.3759186744782255,0.0006297838103756611",
        ".3.5.3.44.5....566.54.....65,0.4784116216161056,0.034510737610353504",
        "5....5..4...3,-0.9128709291752769,0.07095149242730563",
        "7.64..5.3.21,-0.9047619047619049,0.002777777777777778",
        "98.7.6543.210,-1,5.511463844797178e-07"
    })
    void agrees_with_scipy_on_ties_gaps_and_small_series(String series, double tau, double p) {
        KendallScore kendall = KendallScore.of(Digits.of(series));

        assertThat(kendall.tau()).isCloseTo(tau, CLOSE);
        assertThat(kendall.p(1)).isCloseTo(p, CLOSE);
    }

    /** Upper tail probabilities of Kendall's score, doubled: Kendall, Rank Correlation Methods, appendix table 1. */
    @ParameterizedTest
    @CsvSource({"0123,0.042", "01234,0.0083", "0132465,0.0054", "4321065789,0.023", "5432106789,0.108"})
    void agrees_with_kendalls_own_table_to_its_digits(String series, double oneSided) {
        assertThat(KendallScore.of(Digits.of(series)).p(1) / 2).isCloseTo(oneSided, within(0.0005));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "4", "44", "333333333333", "5..5..5.5"})
    void where_nothing_differs_there_is_no_tau_and_p_is_one(String series) {
        KendallScore kendall = KendallScore.of(Digits.of(series));

        assertThat(kendall.tau()).isNull();
        assertThat(kendall.p(1)).isEqualTo(1);
        assertThat(kendall.p(3)).isEqualTo(1);
        assertThat(kendall.variance()).isZero();
    }

    @Property(tries = 60)
    void exact_p_is_the_share_of_all_orders(@ForAll("orders") List<Integer> order) {
        Observations series = Observations.of(
                IntStream.range(0, order.size()).toArray(),
                order.stream().mapToDouble(Integer::doubleValue).toArray());

        double share = PlainReckoning.exactP(series.size(), PlainReckoning.score(series));

        assertThat(KendallScore.of(series).p(1)).isCloseTo(share, CLOSE);
    }

    @Property(tries = 300)
    void agrees_with_plain_reckoning(@ForAll("series") Observations series) {
        KendallScore kendall = KendallScore.of(series);
        double pairs = PlainReckoning.slopes(series).size();
        double untied = pairs
                - PlainReckoning.groups(series).values().stream()
                        .mapToDouble(t -> t * (t - 1) / 2.0)
                        .sum();

        assertThat(kendall.variance()).isCloseTo(PlainReckoning.variance(series), within(1e-9));
        Double tau = kendall.tau();
        if (untied == 0) {
            assertThat(tau).isNull();
        } else {
            assertThat(tau).isCloseTo(PlainReckoning.score(series) / Math.sqrt(pairs * untied), CLOSE);
        }
    }

    @Property(tries = 200)
    void turning_the_values_over_turns_tau_over_and_keeps_p(@ForAll("series") Observations series) {
        KendallScore kendall = KendallScore.of(series);
        KendallScore mirrored = KendallScore.of(Digits.mirrored(series));
        Double tau = kendall.tau();

        assertThat(mirrored.p(1)).isEqualTo(kendall.p(1)).isBetween(0.0, 1.0);
        assertThat(mirrored.tau()).isEqualTo(tau == null ? null : (Double) (0.0 - tau));
    }

    @Property(tries = 200)
    void a_larger_variance_never_makes_p_smaller(@ForAll("series") Observations series) {
        KendallScore kendall = KendallScore.of(series);

        assertThat(kendall.p(2)).isGreaterThanOrEqualTo(kendall.p(1));
    }

    @Provide
    Arbitrary<Observations> series() {
        return Digits.any();
    }

    @Provide
    Arbitrary<List<Integer>> orders() {
        return Arbitraries.integers()
                .between(2, 8)
                .flatMap(size ->
                        Arbitraries.shuffle(IntStream.range(0, size).boxed().toList()));
    }
}
