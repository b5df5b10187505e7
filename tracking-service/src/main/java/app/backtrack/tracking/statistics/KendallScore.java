package app.backtrack.tracking.statistics;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.jspecify.annotations.Nullable;

/**
 * Kendall's test of values against days: do later days tend to be lower, or higher, in whatever shape?
 *
 * <p>Sources: Kendall 1938, Biometrika 30:81, doi 10.1093/biomet/30.1-2.81 (exact distribution); Kendall 1945,
 * Biometrika 33:239, doi 10.1093/biomet/33.3.239 (tau-b, ties). Days are never tied, so only ties of values are
 * corrected for.
 */
public final class KendallScore {

    private static final int LARGEST_EXACT = 10;
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private final int size;
    private final int pairs;
    private final int score;
    private final int tiedPairs;
    private final double variance;

    private KendallScore(Observations observations, int score, int tiedPairs, double variance) {
        this.size = observations.size();
        this.pairs = observations.pairs();
        this.score = score;
        this.tiedPairs = tiedPairs;
        this.variance = variance;
    }

    /** Compares all pairs of days. Any number of observations will do: below two there is nothing to find. */
    public static KendallScore of(Observations observations) {
        int score = 0;
        for (int later = 1; later < observations.size(); later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                score += (int) Math.signum(observations.value(later) - observations.value(earlier));
            }
        }
        double[] sorted = observations.values();
        Arrays.sort(sorted);
        long doubled = varianceTerm(sorted.length);
        int tiedPairs = 0;
        for (int from = 0; from < sorted.length; ) {
            int to = from + 1;
            while (to < sorted.length && sorted[to] == sorted[from]) {
                to++;
            }
            int group = to - from;
            tiedPairs += group * (group - 1) / 2;
            doubled -= varianceTerm(group);
            from = to;
        }
        return new KendallScore(observations, score, tiedPairs, doubled / 18.0);
    }

    private static long varianceTerm(long count) {
        return count * (count - 1) * (2 * count + 5);
    }

    /** Tau-b, from −1 (each later day is lower) to 1; null where all values are equal or there are fewer than two. */
    public @Nullable Double tau() {
        if (pairs == tiedPairs) {
            return null;
        }
        return score / (Math.sqrt(pairs) * Math.sqrt(pairs - tiedPairs));
    }

    /** The variance of the score for independent days, corrected for ties; 0 where all values are equal. */
    public double variance() {
        return variance;
    }

    /**
     * The two-sided p: exact up to 10 days without ties, else from the normal approximation without continuity
     * correction.
     *
     * @param varianceFactor by how much autocorrelation inflates the variance, at least 1; the exact p has no use for
     *     it, since no lag can be judged on so few days
     * @return from 0 to 1; 1 where all values are equal
     */
    public double p(double varianceFactor) {
        if (pairs == tiedPairs) {
            return 1;
        }
        if (size <= LARGEST_EXACT && tiedPairs == 0) {
            return exact(size, (pairs - Math.abs(score)) / 2);
        }
        return 2 * NORMAL.survivalProbability(Math.abs(score) / Math.sqrt(variance * varianceFactor));
    }

    /** Twice the share of all orders of {@code size} values that have at most {@code inversions} inversions. */
    private static double exact(int size, int inversions) {
        long[] orders = {1};
        long all = 1;
        for (int values = 2; values <= size; values++) {
            long[] longer = new long[orders.length + values - 1];
            for (int shift = 0; shift < values; shift++) {
                for (int k = 0; k < orders.length; k++) {
                    longer[k + shift] += orders[k];
                }
            }
            orders = longer;
            all *= values;
        }
        return Math.min(1, 2.0 * Arrays.stream(orders, 0, inversions + 1).sum() / all);
    }
}
