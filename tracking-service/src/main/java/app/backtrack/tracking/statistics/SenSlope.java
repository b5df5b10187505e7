package app.backtrack.tracking.statistics;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The Theil–Sen estimate: the median of the slopes between all pairs of days. A few wild days do not move it, and it
 * uses the real distances between days, so gaps need no filling.
 *
 * <p>Source: Sen 1968, J Am Stat Assoc 63:1379, doi 10.1080/01621459.1968.10480934. The ranks of the limits are rounded
 * as SciPy's {@code theilslopes} does, to the even neighbour, so that its results can be compared figure by figure.
 */
public final class SenSlope {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private final double[] slopes;

    private SenSlope(double[] slopes) {
        this.slopes = slopes;
    }

    /**
     * Computes all pairwise slopes.
     *
     * @throws IllegalArgumentException if there are fewer than two observations
     */
    public static SenSlope of(Observations observations) {
        if (observations.size() < 2) {
            throw new IllegalArgumentException("a slope needs two days");
        }
        double[] slopes = new double[observations.pairs()];
        int next = 0;
        for (int later = 1; later < observations.size(); later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                double rise = observations.value(later) - observations.value(earlier);
                slopes[next++] = rise / (observations.day(later) - observations.day(earlier));
            }
        }
        Arrays.sort(slopes);
        return new SenSlope(slopes);
    }

    /** The estimate, in units of the value per day. */
    public double perDay() {
        int middle = slopes.length / 2;
        return slopes.length % 2 == 1 ? slopes[middle] : (slopes[middle - 1] + slopes[middle]) / 2;
    }

    /**
     * Sen's interval around the estimate.
     *
     * @param confidence the coverage wanted, such as 0.95
     * @param variance the variance of Kendall's score, corrected for autocorrelation or not
     * @return the limits, in units of the value per day; where the data allow no such confidence, the extreme slopes
     */
    public Interval interval(double confidence, double variance) {
        double spread = NORMAL.inverseSurvivalProbability((1 - confidence) / 2) * Math.sqrt(variance);
        int lower = (int) Math.rint((slopes.length - spread) / 2) - 1;
        int upper = (int) Math.rint((slopes.length + spread) / 2);
        return new Interval(slopes[Math.max(lower, 0)], slopes[Math.min(upper, slopes.length - 1)]);
    }
}
