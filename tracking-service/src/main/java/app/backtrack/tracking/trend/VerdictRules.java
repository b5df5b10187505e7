package app.backtrack.tracking.trend;

import app.backtrack.tracking.statistics.Interval;

/** Turns the figures of a trend with data enough into the one thing that may be said of it. */
final class VerdictRules {

    private VerdictRules() {}

    /**
     * The first verdict that holds, from the best supported to none.
     *
     * @param slope the corrected interval, in NRS points per week
     * @param change the window's change, in NRS points
     * @param thresholds which change matters
     * @param weeks from the first to the last scored day, above 0
     */
    static Finding decisive(Interval slope, double change, Thresholds thresholds, double weeks) {
        if (slope.upper() < 0 && change <= -thresholds.improvement()) {
            return Finding.of(Verdict.IMPROVING);
        }
        if (slope.lower() > 0 && change >= thresholds.worsening()) {
            return Finding.of(Verdict.WORSENING);
        }
        if (slope.upper() < 0 || slope.lower() > 0) {
            return Finding.of(Verdict.CHANGING);
        }
        boolean noGain = slope.lower() * weeks > -thresholds.improvement();
        boolean noLoss = slope.upper() * weeks < thresholds.worsening();
        return noGain && noLoss ? Finding.of(Verdict.STABLE) : Finding.notDecisive();
    }

    /** Whether the levels alone leave room for a verdict; false is final, true is not. */
    static boolean possible(Verdict wanted, Changes changes) {
        Double change = changes.windowChange();
        Thresholds thresholds = changes.thresholds();
        if (change == null || thresholds == null) {
            return wanted == Verdict.UNCERTAIN;
        }
        return switch (wanted) {
            case IMPROVING -> change <= -thresholds.improvement();
            case WORSENING -> change >= thresholds.worsening();
            case CHANGING, STABLE, UNCERTAIN -> true;
        };
    }
}
