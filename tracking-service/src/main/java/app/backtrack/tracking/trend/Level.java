package app.backtrack.tracking.trend;

import app.backtrack.tracking.statistics.Rounding;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The pain level of a week, as a side of a comparison.
 *
 * @param from the first of 7 days
 * @param to the last of 7 days
 * @param scoredDays how many of them have a score, 3 to 7
 * @param mean the mean of the daily values in NRS points, 0 to 10
 */
public record Level(LocalDate from, LocalDate to, int scoredDays, double mean) {

    /** The fewest scored days that a level is given for. */
    static final int FEWEST_DAYS = 3;

    /** The level of the given days of one week; null where there are too few. */
    static @Nullable Level of(LocalDate from, LocalDate to, List<DailyValue> days) {
        if (days.size() < FEWEST_DAYS) {
            return null;
        }
        double sum = 0;
        for (DailyValue day : days) {
            sum += day.mean();
        }
        return new Level(from, to, days.size(), Rounding.nineDecimals(sum / days.size()));
    }

    /** How far this level lies above {@code earlier}, in NRS points; negative where pain is less now. */
    double minus(Level earlier) {
        return Rounding.nineDecimals(mean - earlier.mean);
    }
}
