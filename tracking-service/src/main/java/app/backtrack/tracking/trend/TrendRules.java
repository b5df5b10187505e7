package app.backtrack.tracking.trend;

import app.backtrack.tracking.statistics.KendallScore;
import app.backtrack.tracking.statistics.Observations;
import app.backtrack.tracking.statistics.RankAutocorrelation;
import app.backtrack.tracking.statistics.Rounding;
import app.backtrack.tracking.statistics.SenSlope;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Computes the trend of a series over a window. Equal scores give an equal trend, in whatever order they came. */
public final class TrendRules {

    private static final double CONFIDENCE = 0.95;
    private static final int DAYS_PER_WEEK = 7;

    private TrendRules() {}

    /**
     * The trend of one series, see {@link DailyScores#choose}.
     *
     * @param series the daily values, also those outside the window: the baseline may lie before it
     * @param programStart day 1 of the program that is active on the window's last day; null where there is none. One
     *     that starts later than that is not active yet and left out
     */
    public static Trend trend(DailySeries series, Window window, @Nullable LocalDate programStart) {
        LocalDate active = active(programStart, window);
        List<DailyValue> days = window.of(series);
        List<Block> blocks = Block.of(series, window);
        Changes changes = Changes.of(blocks, series, active);

        Observations observations = observations(days, window);
        KendallScore kendall = KendallScore.of(observations);
        SenSlope sen = days.size() < 2 ? null : SenSlope.of(observations);
        double factor = sen == null
                ? 1
                : RankAutocorrelation.of(observations, sen.perDay()).varianceFactor();
        Slope slope = sen == null ? null : slope(sen, kendall.variance(), factor);
        return new Trend(
                new Coverage(series.context(), window.from(), window.until(), days.size(), blocks),
                slope,
                new Direction(kendall.tau(), kendall.p(1), kendall.p(factor), factor),
                changes,
                Variability.of(days),
                finding(days, slope, changes, MinimumRules.daysNeeded(series, window, active)));
    }

    /**
     * Whether the trend has a certain verdict, as {@link #trend} would say. Asks first what costs little: levels are a
     * few sums, a slope compares up to 3,486 pairs of days.
     */
    public static boolean holds(Verdict wanted, DailySeries series, Window window, @Nullable LocalDate programStart) {
        if (window.of(series).size() < MinimumRules.SCORED_DAYS) {
            return wanted == Verdict.UNCERTAIN;
        }
        Changes changes = changes(series, window, programStart);
        return VerdictRules.possible(wanted, changes)
                && trend(series, window, programStart).finding().verdict() == wanted;
    }

    /** The levels and changes of a window without its slope, as {@link #trend} would say. */
    public static Changes changes(DailySeries series, Window window, @Nullable LocalDate programStart) {
        return Changes.of(Block.of(series, window), series, active(programStart, window));
    }

    /** The fewest further days that {@link #trend} would need for a verdict; 0 where there are enough. */
    public static int daysNeeded(DailySeries series, Window window, @Nullable LocalDate programStart) {
        return MinimumRules.daysNeeded(series, window, active(programStart, window));
    }

    private static @Nullable LocalDate active(@Nullable LocalDate programStart, Window window) {
        return programStart != null && programStart.isAfter(window.until()) ? null : programStart;
    }

    private static Observations observations(List<DailyValue> days, Window window) {
        int[] dates = new int[days.size()];
        double[] values = new double[days.size()];
        for (int i = 0; i < dates.length; i++) {
            dates[i] = (int) ChronoUnit.DAYS.between(window.from(), days.get(i).date());
            values[i] = days.get(i).mean();
        }
        return Observations.of(dates, values);
    }

    private static Slope slope(SenSlope sen, double variance, double factor) {
        return new Slope(
                Rounding.nineDecimals(sen.perDay() * DAYS_PER_WEEK),
                sen.interval(CONFIDENCE, variance).times(DAYS_PER_WEEK),
                sen.interval(CONFIDENCE, variance * factor).times(DAYS_PER_WEEK));
    }

    private static Finding finding(List<DailyValue> days, @Nullable Slope slope, Changes changes, int daysNeeded) {
        Double change = changes.windowChange();
        Thresholds thresholds = changes.thresholds();
        if (daysNeeded > 0 || slope == null || change == null || thresholds == null) {
            return Finding.tooFewDays(daysNeeded);
        }
        long span =
                ChronoUnit.DAYS.between(days.getFirst().date(), days.getLast().date());
        return VerdictRules.decisive(slope.correctedInterval(), change, thresholds, (double) span / DAYS_PER_WEEK);
    }
}
