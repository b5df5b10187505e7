package app.backtrack.tracking.exercise;

import app.backtrack.events.ExerciseSide;
import app.backtrack.events.WireName;
import app.backtrack.tracking.statistics.Interval;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was done in one exercise over a span of days.
 *
 * @param exercise its id in the catalog
 * @param sessions each session with its effort and its worst pain, ascending by date
 * @param trends by side and measure
 */
public record ExerciseProgress(String exercise, List<ExerciseSession> sessions, List<ExerciseTrend> trends) {

    public ExerciseProgress {
        sessions = List.copyOf(sessions);
        trends = List.copyOf(trends);
    }

    /**
     * How one measure of one side went. The value of a date is the mean of its sessions' means a set.
     *
     * @param side the side that worked
     * @param measure what is measured
     * @param dates on how many dates there is a value
     * @param first the first value
     * @param last the last value
     * @param perWeek Theil–Sen slope in the measure's unit a week; null where there are too few dates
     * @param interval its 95 % interval after Sen, corrected for autocorrelation; null likewise
     * @param direction where it goes; null where there are too few dates to say
     * @param datesMissing how many further dates with a value it takes to say; 0 where there are enough
     */
    public record ExerciseTrend(
            ExerciseSide side,
            ExerciseMeasure measure,
            int dates,
            ExerciseValue first,
            ExerciseValue last,
            @Nullable Double perWeek,
            @Nullable Interval interval,
            @Nullable ExerciseCourse direction,
            int datesMissing) {}

    /**
     * A date's value.
     *
     * @param date the patient's local date
     * @param value mean a set, in the measure's unit
     */
    public record ExerciseValue(LocalDate date, double value) {}

    /** What is measured of a set. */
    public enum ExerciseMeasure implements WireName {
        REPS("reps"),
        HOLD("hold-seconds"),
        LOAD("load-grams");

        private final String wireName;

        ExerciseMeasure(String wireName) {
            this.wireName = wireName;
        }

        @JsonValue
        @Override
        public String wireName() {
            return wireName;
        }
    }

    /** Where a measure goes: more is no judgement. */
    public enum ExerciseCourse implements WireName {
        /** The whole interval is above 0. */
        RISING("rising"),
        /** The whole interval is below 0. */
        FALLING("falling"),
        /** Neither; not the same as unchanged. */
        UNCLEAR("unclear");

        private final String wireName;

        ExerciseCourse(String wireName) {
            this.wireName = wireName;
        }

        @JsonValue
        @Override
        public String wireName() {
            return wireName;
        }
    }
}
