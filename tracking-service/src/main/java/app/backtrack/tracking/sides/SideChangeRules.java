package app.backtrack.tracking.sides;

import app.backtrack.tracking.progress.ProgressView;
import app.backtrack.tracking.sides.SideChange.Weaker;
import app.backtrack.tracking.statistics.Interval;
import app.backtrack.tracking.statistics.Rounding;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Compares the sides of 14 days with those of the 14 days before, each exercise with its like: by the share of the
 * larger side, since doses grow. Says that something changed, never whether that is good or what it comes from.
 */
public final class SideChangeRules {
    private static final int SPAN_DAYS = 14;

    private SideChangeRules() {}

    /**
     * The changes up to a date that are likely, ascending by exercise.
     *
     * @param until the last of the 28 local dates
     * @param fewest how many sessions a side each span has to have
     * @param atLeast the smallest change that matters, percentage points
     */
    public static List<SideChange> of(ProgressView view, LocalDate until, int fewest, double atLeast) {
        LocalDate nowFrom = until.minusDays(SPAN_DAYS - 1L);
        SidePoints points = SidePoints.of(view, nowFrom.minusDays(SPAN_DAYS), until);
        return points.byKey().entrySet().stream()
                .flatMap(found -> change(found, nowFrom, fewest, atLeast).stream())
                .filter(SideChange::isLikely)
                .toList();
    }

    private static Optional<SideChange> change(
            Map.Entry<SidePoints.Key, List<SidePoint>> found, LocalDate nowFrom, int fewest, double atLeast) {
        List<SidePoint> before = found.getValue().stream()
                .filter(point -> point.date().isBefore(nowFrom))
                .toList();
        List<SidePoint> now = found.getValue().stream()
                .filter(point -> !point.date().isBefore(nowFrom))
                .toList();
        if (!speaks(before, fewest) || !speaks(now, fewest)) {
            return Optional.empty();
        }
        double was = Rounding.nineDecimals(Bootstrap.signedPercent(before));
        double is = Rounding.nineDecimals(Bootstrap.signedPercent(now));
        double change = Rounding.nineDecimals(is - was);
        if (Math.abs(change) < atLeast) {
            return Optional.empty();
        }
        return Optional.of(new SideChange(
                found.getKey().exercise(),
                found.getKey().source(),
                found.getKey().measure(),
                was,
                is,
                change,
                Bootstrap.change(before, now),
                weaker(Bootstrap.difference(before)),
                before.size(),
                now.size(),
                Stream.concat(before.stream(), now.stream())
                        .map(SidePoint::eventId)
                        .toList()));
    }

    /** Enough sessions a side; where nothing was done on either, there is no asymmetry to compare. */
    private static boolean speaks(List<SidePoint> points, int fewest) {
        boolean enough = points.stream().filter(point -> point.left() != null).count() >= fewest
                && points.stream().filter(point -> point.right() != null).count() >= fewest;
        return enough && (isSome(points, Bootstrap::leftMean) || isSome(points, Bootstrap::rightMean));
    }

    private static boolean isSome(List<SidePoint> points, ToDoubleFunction<List<SidePoint>> mean) {
        return mean.applyAsDouble(points) > 0;
    }

    private static Weaker weaker(Interval difference) {
        if (difference.lower() > 0) {
            return Weaker.RIGHT;
        }
        return difference.upper() < 0 ? Weaker.LEFT : Weaker.UNCLEAR;
    }
}
