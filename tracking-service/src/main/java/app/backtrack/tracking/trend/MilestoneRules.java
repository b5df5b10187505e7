package app.backtrack.tracking.trend;

import app.backtrack.events.PainContext;
import app.backtrack.tracking.trend.ProgramChange.Relief;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * Finds the milestones of a program from the facts alone: each date is judged by what its own window holds, so the
 * answer does not depend on when the facts arrived or when one asks. A late fact may move a milestone.
 *
 * <p>Both default series are followed, and a milestone counts once the one that reached it is the default, with the
 * date on which it did: that another series becomes the default is no news of the patient.
 */
public final class MilestoneRules {

    private static final List<PainContext> DEFAULTS = List.of(PainContext.AVERAGE_24H, PainContext.NOW);

    private MilestoneRules() {}

    /**
     * The milestone of one mark from a program's first day to {@code until}; empty where it was not reached.
     *
     * @param mark moderate or substantial
     * @param until the last patient-local date to look at: today, or the program's last day
     * @param weeks the window whose verdict has to be improving, for each date
     */
    public static Optional<Milestone> milestone(
            Relief mark, DailyScores scores, LocalDate programStart, LocalDate until, ToIntFunction<LocalDate> weeks) {
        Map<PainContext, LocalDate> reached = new EnumMap<>(PainContext.class);
        for (LocalDate date = programStart; !date.isAfter(until); date = date.plusDays(1)) {
            Window window = new Window(date, weeks.applyAsInt(date));
            for (PainContext context : DEFAULTS) {
                if (!reached.containsKey(context) && reaches(mark, scores.of(context), window, programStart)) {
                    reached.put(context, date);
                }
            }
            PainContext shown = scores.choose(window, null).context();
            LocalDate first = reached.get(shown);
            if (first != null) {
                return Optional.of(new Milestone(mark, first, shown));
            }
        }
        return Optional.empty();
    }

    private static boolean reaches(Relief mark, DailySeries series, Window window, LocalDate programStart) {
        LocalDate from = window.until().minusDays(6);
        Level current = Level.of(from, window.until(), series.between(from, window.until()));
        Level baseline = Changes.baseline(series, programStart, window.until());
        if (current == null || baseline == null) {
            return false;
        }
        Relief relief = ProgramChange.between(baseline, current).relief();
        return relief != null
                && relief.compareTo(mark) >= 0
                && TrendRules.holds(Verdict.IMPROVING, series, window, programStart);
    }
}
