package app.backtrack.tracking.trend;

/**
 * Which change matters to a patient who starts at a given level: the higher the start, the more it takes. Source: n =
 * 1232, doi 10.1055/a-1304-3677. What counts as worse is no mirror of this.
 *
 * @param improvement the fewest NRS points down that count as better: 1, 2 or 3
 * @param worsening the fewest NRS points up that count as worse
 * @param detectable the smallest change that differs from measurement noise in one patient, in NRS points; shown only
 * @param twoPointGainImpossible whether the start is below 2, so that a gain of 2 points cannot be reached
 */
public record Thresholds(double improvement, double worsening, double detectable, boolean twoPointGainImpossible) {

    private static final double MILD_UP_TO = 4;
    private static final double MODERATE_UP_TO = 7;
    private static final double WORSENING = 1;
    private static final double DETECTABLE = 1.77;

    /** The thresholds for a window that starts at {@code start} NRS points. */
    public static Thresholds forStart(double start) {
        return new Thresholds(improvement(start), WORSENING, DETECTABLE, start < 2);
    }

    private static double improvement(double start) {
        if (start <= MILD_UP_TO) {
            return 1;
        }
        return start <= MODERATE_UP_TO ? 2 : 3;
    }
}
