package app.backtrack.tracking.statistics;

/**
 * A confidence interval, both ends included.
 *
 * @param lower the lower limit, in the unit of the estimate
 * @param upper the upper limit, never below {@code lower}
 */
public record Interval(double lower, double upper) {

    /** The same interval in another unit, for instance per week instead of per day. */
    public Interval times(double factor) {
        return new Interval(Rounding.nineDecimals(lower * factor), Rounding.nineDecimals(upper * factor));
    }
}
