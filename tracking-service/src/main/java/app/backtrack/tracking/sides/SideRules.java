package app.backtrack.tracking.sides;

import app.backtrack.events.ExerciseSide;
import app.backtrack.events.ProgramEvent.PlannedExercise;
import app.backtrack.tracking.progress.ProgressView;
import app.backtrack.tracking.sides.Asymmetry.SideComparison;
import app.backtrack.tracking.sides.Asymmetry.SideFinding;
import app.backtrack.tracking.statistics.Interval;
import app.backtrack.tracking.statistics.Rounding;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Compares left and right, exercise by exercise: only in sessions whose plan asked the same of both sides, or in
 * self-checks, since all else measures the prescription. Says {@code likely} or {@code unclear}, and never that one
 * thing caused another: 16 trials found mostly no correlation of asymmetry and pain (PMC3326132).
 */
public final class SideRules {
    /** The rule's version; what it says changes only with it. */
    public static final int VERSION = 1;

    /**
     * Side-hold tests have a typical error of 10.95 s, a coefficient of variation of 31 %: one session says nothing.
     */
    private static final int FEWEST_SESSIONS = 3;

    private static final int JUDGED_DAYS = 14;

    private SideRules() {}

    /**
     * The sides over a span.
     *
     * @param from first local date of the points; the findings rest on the last 14 days, in any case
     * @param until last local date
     */
    public static Sides of(ProgressView view, LocalDate from, LocalDate until) {
        LocalDate judgedFrom = until.minusDays(JUDGED_DAYS - 1L);
        LocalDate first = from.isBefore(judgedFrom) ? from : judgedFrom;
        SidePoints points = SidePoints.of(view, first, until);
        List<Asymmetry> asymmetries = points.byKey().entrySet().stream()
                .map(found -> asymmetry(found.getKey(), found.getValue(), judgedFrom))
                .toList();
        return new Sides(from, until, judgedFrom, asymmetries, points.leftOut());
    }

    /** Whether a plan asks the same dose of both sides, each by itself. */
    public static boolean asksTheSameOfBoth(PlannedExercise item) {
        return switch (item.sides().rule()) {
            case EACH -> true;
            case WEAKER_FIRST ->
                item.sides().fewerReps() == null && item.sides().lessGrams() == null;
            case TWO_SIDED, LEFT, RIGHT -> false;
        };
    }

    private static Asymmetry asymmetry(SidePoints.Key what, List<SidePoint> points, LocalDate judgedFrom) {
        List<SidePoint> judged = points.stream()
                .filter(point -> !point.date().isBefore(judgedFrom))
                .toList();
        int left = (int) judged.stream().filter(point -> point.left() != null).count();
        int right = (int) judged.stream().filter(point -> point.right() != null).count();
        boolean enough = left >= FEWEST_SESSIONS && right >= FEWEST_SESSIONS;
        SideComparison comparison = enough ? compare(judged) : null;
        return new Asymmetry(
                what.exercise(),
                what.source(),
                what.measure(),
                finding(comparison),
                left,
                right,
                Math.max(0, FEWEST_SESSIONS - left),
                Math.max(0, FEWEST_SESSIONS - right),
                comparison,
                points);
    }

    private static SideFinding finding(@Nullable SideComparison comparison) {
        if (comparison == null) {
            return SideFinding.TOO_FEW;
        }
        Interval interval = comparison.interval();
        return interval.lower() > 0 || interval.upper() < 0 ? SideFinding.LIKELY : SideFinding.UNCLEAR;
    }

    private static SideComparison compare(List<SidePoint> judged) {
        double left = Rounding.nineDecimals(Bootstrap.leftMean(judged));
        double right = Rounding.nineDecimals(Bootstrap.rightMean(judged));
        ExerciseSide lower = left < right ? ExerciseSide.LEFT : ExerciseSide.RIGHT;
        return new SideComparison(
                left,
                right,
                Rounding.nineDecimals(left - right),
                Bootstrap.difference(judged),
                SidePoint.percent(left, right),
                left == right ? null : lower);
    }
}
