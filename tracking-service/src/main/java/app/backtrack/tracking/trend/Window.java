package app.backtrack.tracking.trend;

import java.time.LocalDate;
import java.util.List;

/**
 * The span of patient-local days that a trend looks at: {@code weeks} × 7 days up to and with {@code until}. How far
 * back, not what was known when.
 *
 * @param until the last day
 * @param weeks whole weeks, from 4 (less shows noise) to 12 (a whole program)
 */
public record Window(LocalDate until, int weeks) {

    /** The shortest window, and the one that tells of worsening. */
    public static final int SHORTEST_WEEKS = 4;
    /** What is shown where the reader asks for nothing else. */
    public static final int DISPLAY_WEEKS = 6;
    /** The longest window, and the one that tells of improvement. */
    public static final int LONGEST_WEEKS = 12;

    public Window {
        if (weeks < SHORTEST_WEEKS || weeks > LONGEST_WEEKS) {
            throw new IllegalArgumentException("a window has 4 to 12 weeks");
        }
    }

    /** The first day. */
    public LocalDate from() {
        return until.minusWeeks(weeks).plusDays(1);
    }

    /** The days of {@code series} that lie in this window. */
    public List<DailyValue> of(DailySeries series) {
        return series.between(from(), until);
    }
}
