package app.backtrack.tracking.insight;

import app.backtrack.tracking.trend.Level;
import app.backtrack.tracking.trend.ProgramChange;
import app.backtrack.tracking.trend.Slope;
import app.backtrack.tracking.trend.Trend;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Collects what a rule saw, by the names under which clinicians are told. What was not there is left out. */
public final class Numbers {

    private static final int DECIMALS = 2;

    private final TreeMap<String, BigDecimal> byName = new TreeMap<>();

    /** What a verdict rests on: NRS points, and points per week. */
    public static SortedMap<String, BigDecimal> ofVerdict(Trend trend) {
        Slope slope = trend.slope();
        Numbers numbers = new Numbers()
                .count("scoredDays", trend.coverage().scoredDays())
                .points("start", mean(trend.changes().start()))
                .points("current", mean(trend.changes().current()))
                .points("windowChange", trend.changes().windowChange());
        if (slope != null) {
            numbers.points("slopePerWeek", slope.pointsPerWeek())
                    .points("slopeLower", slope.correctedInterval().lower())
                    .points("slopeUpper", slope.correctedInterval().upper());
        }
        return numbers.byName;
    }

    /** What a milestone rests on: NRS points, and percent of the baseline. */
    public static SortedMap<String, BigDecimal> ofMilestone(Trend trend) {
        ProgramChange change = trend.changes().programChange();
        return new Numbers()
                .points("baseline", mean(trend.changes().baseline()))
                .points("current", mean(trend.changes().current()))
                .points("programChange", change == null ? null : change.points())
                .points("programChangePercent", change == null ? null : change.percent())
                .byName;
    }

    /** How many signs were answered with yes, and how many of them call for emergency advice. */
    public static SortedMap<String, BigDecimal> ofRedFlags(int positive, int caudaEquina) {
        return new Numbers().count("positive", positive).count("caudaEquina", caudaEquina).byName;
    }

    private static @Nullable Double mean(@Nullable Level level) {
        return level == null ? null : level.mean();
    }

    /** Adds a number of points, times or percent, unless there is none. */
    public Numbers points(String name, @Nullable Double value) {
        if (value != null) {
            byName.put(name, BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_EVEN));
        }
        return this;
    }

    /** Adds a whole number. */
    public Numbers count(String name, int value) {
        byName.put(name, BigDecimal.valueOf(value));
        return this;
    }

    /** All of them by name. */
    public SortedMap<String, BigDecimal> byName() {
        return byName;
    }
}
