package app.backtrack.tracking.exercise;

import app.backtrack.tracking.statistics.Interval;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How pain after a session compares with pain before it, on days that have both. It says nothing of a cause.
 *
 * @param days on how many days there are both
 * @param meanDifference mean of after − before, in NRS points, −10 to 10; positive is more pain after; null without a
 *     day
 * @param interval its 95 % interval by Student's t over days; null where there are too few days
 * @param daysMissing how many further days it takes for an interval; 0 where there are enough
 * @param points the days, ascending
 */
public record SessionPain(
        int days,
        @Nullable Double meanDifference,
        @Nullable Interval interval,
        int daysMissing,
        List<SessionPainDay> points) {

    public SessionPain {
        points = List.copyOf(points);
    }

    /**
     * A day with both.
     *
     * @param date the patient's local date
     * @param before mean of the day's scores before sessions, 0 to 10
     * @param after mean of the day's scores after sessions, 0 to 10
     */
    public record SessionPainDay(LocalDate date, double before, double after) {

        double difference() {
            return after - before;
        }
    }
}
