package app.backtrack.tracking.trend;

import app.backtrack.events.WireName;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A span of 7 patient-local days with what was scored in it.
 *
 * @param from the first day
 * @param to the last day
 * @param scoredDays how many of the days have a score, 0 to 7
 * @param reliability what the mean is worth
 * @param mean the mean of the daily values in NRS points, 0 to 10; null where too few days are scored to have one
 */
public record Block(
        LocalDate from,
        LocalDate to,
        int scoredDays,
        Reliability reliability,
        @Nullable Double mean) {

    /** About five end-of-day ratings bring a week's mean to a reliability above .90 (PMC6196118). */
    static final int RELIABLE_DAYS = 5;

    /** The blocks of a window, counted back from its last day, oldest first. */
    static List<Block> of(DailySeries series, Window window) {
        return Stream.iterate(window.from(), from -> from.plusWeeks(1))
                .limit(window.weeks())
                .map(from -> starting(from, series))
                .toList();
    }

    private static Block starting(LocalDate from, DailySeries series) {
        LocalDate to = from.plusDays(6);
        List<DailyValue> days = series.between(from, to);
        Level level = Level.of(from, to, days);
        return new Block(from, to, days.size(), Reliability.of(days.size()), level == null ? null : level.mean());
    }

    /** The block's mean as a level to compare with; null where it has none. */
    @Nullable
    Level level() {
        return mean == null ? null : new Level(from, to, scoredDays, mean);
    }

    /** What the mean of a block is worth, by the number of its scored days. */
    public enum Reliability implements WireName {
        /** Scores on at least 5 of the 7 days. */
        RELIABLE("reliable"),
        /** Scores on 3 or 4 days. */
        PROVISIONAL("provisional"),
        /** Scores on fewer days: no mean is given. */
        INSUFFICIENT("insufficient");

        private final String wireName;

        Reliability(String wireName) {
            this.wireName = wireName;
        }

        static Reliability of(int scoredDays) {
            if (scoredDays >= RELIABLE_DAYS) {
                return RELIABLE;
            }
            return scoredDays >= Level.FEWEST_DAYS ? PROVISIONAL : INSUFFICIENT;
        }

        @JsonValue
        @Override
        public String wireName() {
            return wireName;
        }
    }
}
