package app.backtrack.tracking.statistics;

/**
 * What the statistics are computed from: at most one value per day, in the order of days, gaps left open.
 *
 * <p>Kept as primitive arrays, because a trend is computed at each dashboard read.
 */
public final class Observations {

    private final int[] days;
    private final double[] values;

    private Observations(int[] days, double[] values) {
        this.days = days;
        this.values = values;
    }

    /**
     * Takes copies of the two columns.
     *
     * @param days day numbers from any origin, strictly ascending
     * @param values one finite value per day, in any unit
     * @throws IllegalArgumentException if the columns differ in length or the days do not ascend
     */
    public static Observations of(int[] days, double[] values) {
        if (days.length != values.length) {
            throw new IllegalArgumentException("one value per day");
        }
        for (int i = 1; i < days.length; i++) {
            if (days[i] <= days[i - 1]) {
                throw new IllegalArgumentException("days must ascend strictly");
            }
        }
        return new Observations(days.clone(), values.clone());
    }

    /** How many days have a value. */
    public int size() {
        return days.length;
    }

    /** How many pairs of days there are. */
    int pairs() {
        return size() * (size() - 1) / 2;
    }

    /** The day number of the observation at {@code index}. */
    int day(int index) {
        return days[index];
    }

    /** The value of the observation at {@code index}. */
    double value(int index) {
        return values[index];
    }

    /** All values in the order of their days, as a copy. */
    public double[] values() {
        return values.clone();
    }
}
