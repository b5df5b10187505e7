package app.backtrack.tracking.statistics;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.ranking.NaturalRanking;

/**
 * By how much the likeness of neighbouring days inflates the variance of Kendall's score: days that resemble each other
 * carry less news than as many independent ones, and a test that ignores this finds trends in mere wandering.
 *
 * <p>Source: Hamed and Rao 1998, J Hydrol 204:182, doi 10.1016/S0022-1694(97)00125-X. Three choices for series with
 * gaps: lags are real distances in days, a lag's correlation is the mean over the pairs of days exactly that far apart
 * (10 at least), and it counts only where it is significant at 5 % for that number of pairs.
 */
public final class RankAutocorrelation {

    private static final int FEWEST_PAIRS = 10;
    private static final double SIGNIFICANT = NormalDistribution.of(0, 1).inverseSurvivalProbability(0.025);

    private final int[] days;
    private final double[] deviations;
    private final double variance;

    private RankAutocorrelation(int[] days, double[] deviations) {
        this.days = days;
        this.deviations = deviations;
        this.variance = Arrays.stream(deviations).map(d -> d * d).sum() / deviations.length;
    }

    /**
     * Ranks what is left of the observations when the slope is taken out; equal values share their mean rank.
     *
     * @param observations at least two
     * @param slopePerDay the Theil–Sen estimate of the same observations
     */
    public static RankAutocorrelation of(Observations observations, double slopePerDay) {
        int size = observations.size();
        int[] days = new int[size];
        double[] detrended = new double[size];
        for (int i = 0; i < size; i++) {
            days[i] = observations.day(i);
            // Rounded, or values that are equal on paper would get different ranks from binary noise.
            detrended[i] = Rounding.nineDecimals(observations.value(i) - slopePerDay * days[i]);
        }
        double[] deviations = new NaturalRanking().apply(detrended);
        double mean = (size + 1) / 2.0;
        for (int i = 0; i < size; i++) {
            deviations[i] -= mean;
        }
        return new RankAutocorrelation(days, deviations);
    }

    /**
     * What the variance of Kendall's score has to be multiplied by.
     *
     * @return at least 1: a series that swings from day to day never makes a verdict easier
     */
    public double varianceFactor() {
        double size = days.length;
        double sum = 0;
        for (int lag = 1; lag <= days.length / 4; lag++) {
            sum += (size - lag) * (size - lag - 1) * (size - lag - 2) * significantCorrelation(lag);
        }
        // Without a lag to judge there is nothing to divide: two days would give 0 / 0.
        return sum > 0 ? 1 + 2 * sum / (size * (size - 1) * (size - 2)) : 1;
    }

    private double significantCorrelation(int lag) {
        double products = 0;
        int pairs = 0;
        for (int earlier = 0, later = 1; later < days.length; later++) {
            while (days[later] - days[earlier] > lag) {
                earlier++;
            }
            if (days[later] - days[earlier] == lag) {
                products += deviations[earlier] * deviations[later];
                pairs++;
            }
        }
        if (pairs < FEWEST_PAIRS || variance == 0) {
            return 0;
        }
        double correlation = products / pairs / variance;
        return Math.abs(correlation) > SIGNIFICANT / Math.sqrt(pairs) ? correlation : 0;
    }
}
