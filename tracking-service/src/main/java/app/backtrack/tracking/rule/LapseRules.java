package app.backtrack.tracking.rule;

import app.backtrack.events.InsightRule;
import app.backtrack.events.schedule.DayState;
import app.backtrack.events.schedule.DueDay;
import app.backtrack.events.schedule.DueItem;
import app.backtrack.events.schedule.DueItem.Demand.InTheWeek;
import app.backtrack.events.schedule.DueItem.Demand.OnTheDay;
import app.backtrack.events.schedule.ProgramHistory;
import app.backtrack.events.schedule.ScheduleRules;
import app.backtrack.tracking.insight.EvidenceSpan;
import app.backtrack.tracking.insight.Numbers;
import app.backtrack.tracking.insight.Standing;
import app.backtrack.tracking.progress.ProgressView;
import app.backtrack.tracking.progress.SessionView;
import app.backtrack.tracking.trend.DailySeries;
import app.backtrack.tracking.trend.DailyValue;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A lapse that goes with rising pain: on the last due days nothing was logged of the program, and each of the last
 * three scored days within a week is worse than the one before. Neither alone is told of: not logged is not the same as
 * not done, and pain goes up and down.
 *
 * <p>A day is due if an exercise is due on it, or must be done on it for the week's number to be reached still. Today
 * is not over, so it is never missed.
 */
final class LapseRules {

    private static final int SCORED_DAYS = 3;
    private static final int WITHIN_DAYS = 7;
    /** Due days further back are not in a row with now. */
    private static final int LOOK_BACK_DAYS = 28;

    private static final int DAYS_A_WEEK = 7;

    private LapseRules() {}

    static Optional<Standing> standing(Moment moment) {
        DailySeries series =
                moment.series(moment.settings().on(moment.localDate()).worseningWeeks());
        if (!rising(series, moment.localDate())) {
            return Optional.empty();
        }
        List<ProgramHistory> programs = moment.care().histories();
        return moment.since(date -> rising(series, date) && missed(moment, programs, date))
                .map(since -> standing(moment, programs, series, since));
    }

    private static Standing standing(
            Moment moment, List<ProgramHistory> programs, DailySeries series, LocalDate since) {
        List<DailyValue> days = lastScored(series, since);
        return Standing.of(
                InsightRule.ADHERENCE_LAPSE,
                since,
                null,
                missed(moment, programs, since.minusDays(1)) ? "no-data" : "data",
                new Numbers()
                        .count("dueDays", moment.settings().on(since).lapseDueDays())
                        .points("painFrom", days.getFirst().mean())
                        .points("painTo", days.getLast().mean())
                        .byName(),
                EvidenceSpan.scores(series.context(), days.getFirst().date(), since));
    }

    private static List<DailyValue> lastScored(DailySeries series, LocalDate date) {
        List<DailyValue> days = series.between(date.minusDays(WITHIN_DAYS - 1L), date);
        return days.subList(Math.max(0, days.size() - SCORED_DAYS), days.size());
    }

    private static boolean rising(DailySeries series, LocalDate date) {
        List<DailyValue> days = lastScored(series, date);
        boolean rising = days.size() == SCORED_DAYS;
        for (int i = 1; i < days.size(); i++) {
            rising &= days.get(i).mean() > days.get(i - 1).mean();
        }
        return rising;
    }

    /** Whether the last due days before a date on which the program is under way were all without data. */
    private static boolean missed(Moment moment, List<ProgramHistory> programs, LocalDate date) {
        if (!moment.inCareOn(date) || !isUnderWay(programs, date)) {
            return false;
        }
        int wanted = moment.settings().on(date).lapseDueDays();
        int found = 0;
        for (int back = 1; back <= LOOK_BACK_DAYS && found < wanted; back++) {
            LocalDate day = date.minusDays(back);
            if (isDue(moment.view(), programs, day)) {
                if (!moment.view().reportsOn(day).sessions().isEmpty()) {
                    return false;
                }
                found++;
            }
        }
        return found == wanted;
    }

    private static boolean isUnderWay(Collection<ProgramHistory> programs, LocalDate date) {
        return ScheduleRules.dueOn(programs, date)
                .filter(day -> day.state() == DayState.UNDER_WAY)
                .isPresent();
    }

    private static boolean isDue(ProgressView view, Collection<ProgramHistory> programs, LocalDate date) {
        return ScheduleRules.dueOn(programs, date)
                .filter(day -> day.items().stream().anyMatch(item -> isDue(view, day, item)))
                .isPresent();
    }

    private static boolean isDue(ProgressView view, DueDay day, DueItem item) {
        return switch (item.demand()) {
            case OnTheDay ignored -> true;
            case InTheWeek weekly -> {
                LocalDate startsOn = day.inForce().plan().startsOn();
                int week = ScheduleRules.programWeek(day.inForce().plan(), day.date());
                LocalDate first = startsOn.plusDays((week - 1L) * DAYS_A_WEEK);
                long left =
                        first.plusDays(DAYS_A_WEEK).toEpochDay() - day.date().toEpochDay();
                long done = first.datesUntil(day.date())
                        .filter(date -> isDone(view, date, item.item().exercise()))
                        .count();
                yield weekly.times() - done >= left;
            }
        };
    }

    private static boolean isDone(ProgressView view, LocalDate date, String exercise) {
        return view.reportsOn(date).sessions().values().stream()
                .map(SessionView::exercises)
                .flatMap(List::stream)
                .anyMatch(done -> done.countsFor().equals(exercise));
    }
}
