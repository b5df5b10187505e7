package app.backtrack.tracking.exercise;

import app.backtrack.events.PainContext;
import app.backtrack.tracking.exercise.SessionPain.SessionPainDay;
import app.backtrack.tracking.progress.ProgressView;
import app.backtrack.tracking.statistics.Interval;
import app.backtrack.tracking.statistics.Rounding;
import app.backtrack.tracking.trend.DailyScores;
import app.backtrack.tracking.trend.DailyValue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.statistics.distribution.TDistribution;
import org.jspecify.annotations.Nullable;

/**
 * Compares pain before and after sessions, day by day: the two contexts are compared, never mixed in one series. The
 * interval is that of a paired t-test (Student 1908, Biometrika 6:1, doi 10.1093/biomet/6.1.1), and takes days as
 * independent.
 */
public final class SessionPainRules {
    /** The rule's version; what it says changes only with it. */
    public static final int VERSION = 1;

    /** The same as for the slopes: fewer days say next to nothing. */
    private static final int FEWEST_DAYS = ExerciseRules.FEWEST_DATES;

    private static final double TAIL = 0.025;

    private SessionPainRules() {}

    /** From {@code from} to {@code until}, both included. */
    public static SessionPain of(ProgressView view, LocalDate from, LocalDate until) {
        DailyScores scores = view.scores();
        Map<LocalDate, Double> before = new HashMap<>();
        for (DailyValue day : scores.of(PainContext.BEFORE_SESSION).between(from, until)) {
            before.put(day.date(), day.mean());
        }
        List<SessionPainDay> points = new ArrayList<>();
        for (DailyValue day : scores.of(PainContext.AFTER_SESSION).between(from, until)) {
            Double first = before.get(day.date());
            if (first != null) {
                points.add(new SessionPainDay(day.date(), first, day.mean()));
            }
        }
        int days = points.size();
        Double mean = days == 0
                ? null
                : Double.valueOf(
                        points.stream().mapToDouble(SessionPainDay::difference).sum() / days);
        return new SessionPain(
                days,
                mean == null ? null : Double.valueOf(Rounding.nineDecimals(mean)),
                mean == null ? null : interval(points, mean),
                Math.max(0, FEWEST_DAYS - days),
                points);
    }

    private static @Nullable Interval interval(List<SessionPainDay> points, double mean) {
        int days = points.size();
        if (days < FEWEST_DAYS) {
            return null;
        }
        double squares = points.stream()
                .mapToDouble(point -> (point.difference() - mean) * (point.difference() - mean))
                .sum();
        double error = Math.sqrt(squares / (days - 1) / days);
        double reach = TDistribution.of(days - 1).inverseSurvivalProbability(TAIL) * error;
        return new Interval(Rounding.nineDecimals(mean - reach), Rounding.nineDecimals(mean + reach));
    }
}
