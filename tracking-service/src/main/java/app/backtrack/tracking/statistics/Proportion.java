package app.backtrack.tracking.statistics;

import org.apache.commons.statistics.interval.BinomialConfidenceInterval;
import org.jspecify.annotations.Nullable;

/**
 * A share of a whole with its 95 % interval by Wilson's score method, which stays within 0 and 1 and does not collapse
 * at either end. Source: Wilson 1927, J Am Stat Assoc 22:209, doi 10.1080/01621459.1927.10502953.
 *
 * @param share 0 to 1
 * @param interval limits, 0 to 1
 */
public record Proportion(double share, Interval interval) {

    private static final double ERROR_RATE = 0.05;

    /**
     * The share of {@code hits} in {@code of}; null where the whole is nothing.
     *
     * @param hits 0 to {@code of}
     * @param of not negative
     */
    public static @Nullable Proportion of(int hits, int of) {
        if (of == 0) {
            return null;
        }
        var wilson = BinomialConfidenceInterval.WILSON_SCORE.fromErrorRate(of, hits, ERROR_RATE);
        return new Proportion(
                Rounding.nineDecimals((double) hits / of),
                new Interval(
                        Rounding.nineDecimals(wilson.getLowerBound()), Rounding.nineDecimals(wilson.getUpperBound())));
    }
}
