package app.backtrack.tracking.trend;

import app.backtrack.tracking.statistics.Rounding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much pain swings within this patient's window. It is shown, and decides nothing.
 *
 * @param standardDeviation of the daily values, in NRS points, with n − 1; null below two scored days
 * @param largestJump the largest difference between two successive dates, up or down, in NRS points, 0 to 10; null
 *     where no two successive dates are scored
 */
public record Variability(
        @Nullable Double standardDeviation, @Nullable Double largestJump) {

    static Variability of(List<DailyValue> days) {
        return new Variability(standardDeviation(days), largestJump(days));
    }

    private static @Nullable Double standardDeviation(List<DailyValue> days) {
        if (days.size() < 2) {
            return null;
        }
        double mean = days.stream().mapToDouble(DailyValue::mean).sum() / days.size();
        double squares = 0;
        for (DailyValue day : days) {
            squares += (day.mean() - mean) * (day.mean() - mean);
        }
        return Rounding.nineDecimals(Math.sqrt(squares / (days.size() - 1)));
    }

    private static @Nullable Double largestJump(List<DailyValue> days) {
        Double largest = null;
        for (int i = 1; i < days.size(); i++) {
            DailyValue day = days.get(i);
            DailyValue before = days.get(i - 1);
            if (before.date().plusDays(1).equals(day.date())) {
                double jump = Rounding.nineDecimals(Math.abs(day.mean() - before.mean()));
                largest = largest == null ? jump : Math.max(largest, jump);
            }
        }
        return largest;
    }
}
