package app.backtrack.tracking.trend;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A finished week of a program against the program's baseline.
 *
 * @param week of the program, 2 to 12
 * @param baseline the first of program weeks 1 to 4 that has a level
 * @param current the level of the week itself
 * @param change current against baseline
 * @param meaningful whether the points gained are at least what patients who start at this baseline call better, see
 *     {@link Thresholds}
 */
public record ProgramWeek(int week, Level baseline, Level current, ProgramChange change, boolean meaningful) {

    /**
     * Compares a week with the baseline, in the series that is the default on the week's last day; null where either
     * has too few scored days, or where the week itself is the baseline and there is nothing to compare it with.
     *
     * @param programStart day 1 of the program
     */
    public static @Nullable ProgramWeek of(DailyScores scores, LocalDate programStart, int week) {
        LocalDate from = programStart.plusWeeks(week - 1L);
        LocalDate to = from.plusDays(6);
        int shown = Math.clamp(week, Window.SHORTEST_WEEKS, Window.LONGEST_WEEKS);
        DailySeries series = scores.choose(new Window(to, shown), null);
        Level baseline = Changes.baseline(series, programStart, to);
        Level current = Level.of(from, to, series.between(from, to));
        if (baseline == null || current == null || !baseline.from().isBefore(from)) {
            return null;
        }
        ProgramChange change = ProgramChange.between(baseline, current);
        double enough = Thresholds.forStart(baseline.mean()).improvement();
        return new ProgramWeek(week, baseline, current, change, change.points() <= -enough);
    }
}
