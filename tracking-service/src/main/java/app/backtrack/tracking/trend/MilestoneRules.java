package app.backtrack.tracking.trend;

import app.backtrack.tracking.trend.ProgramChange.Relief;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Finds the milestones of a program from the facts alone: each date is judged by what its own window holds, so the
 * answer does not depend on when the facts arrived or when one asks. A late fact may move a milestone.
 */
public final class MilestoneRules {

    private MilestoneRules() {}

    /**
     * The milestones from the program's first day to {@code until}, over windows of 12 weeks of the default series.
     *
     * @param until the last patient-local date to look at: today, or the program's last day
     */
    public static Milestones milestones(DailyScores scores, LocalDate programStart, LocalDate until) {
        LocalDate moderate = first(Relief.MODERATE, scores, programStart, programStart, until);
        return moderate == null
                ? new Milestones(null, null)
                : new Milestones(moderate, first(Relief.SUBSTANTIAL, scores, programStart, moderate, until));
    }

    private static @Nullable LocalDate first(
            Relief mark, DailyScores scores, LocalDate programStart, LocalDate from, LocalDate until) {
        for (LocalDate date = from; !date.isAfter(until); date = date.plusDays(1)) {
            Window window = new Window(date, Window.LONGEST_WEEKS);
            DailySeries series = scores.choose(window, null);
            // The cheap question first: a trend compares thousands of pairs of days.
            if (reaches(mark, series, programStart, date)
                    && TrendRules.trend(series, window, programStart).finding().verdict() == Verdict.IMPROVING) {
                return date;
            }
        }
        return null;
    }

    private static boolean reaches(Relief mark, DailySeries series, LocalDate programStart, LocalDate date) {
        LocalDate from = date.minusDays(6);
        Level current = Level.of(from, date, series.between(from, date));
        Level baseline = Changes.baseline(series, programStart, date);
        if (current == null || baseline == null) {
            return false;
        }
        Relief relief = ProgramChange.between(baseline, current).relief();
        return relief != null && relief.compareTo(mark) >= 0;
    }
}
