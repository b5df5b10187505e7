package app.backtrack.tracking.adherence;

import app.backtrack.events.schedule.DueDay;
import app.backtrack.events.schedule.DueKind;
import app.backtrack.events.schedule.ProgramHistory;
import app.backtrack.events.schedule.ScheduleRules;
import app.backtrack.tracking.adherence.Adherence.AdherenceItem;
import app.backtrack.tracking.adherence.Adherence.AdherenceWeek;
import app.backtrack.tracking.adherence.ProgramWeekTally.Count;
import app.backtrack.tracking.adherence.ProgramWeekTally.Thing;
import app.backtrack.tracking.progress.ProgressView;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Says how much of what was due was done, left out or not spoken of; against the version of the program that was in
 * force on each local date, so that no later revision changes an earlier day.
 *
 * <p>A session counts for the planned exercise that it held, or held something in place of. What is due some times in a
 * program week is counted over that week. A day that is not over has no missing data: what is still to come is open.
 */
public final class AdherenceRules {
    /** The rule's version; what it says changes only with it. */
    public static final int VERSION = 1;

    private AdherenceRules() {}

    /**
     * Adherence over a span.
     *
     * @param from first local date
     * @param until last local date; days after today are left out
     * @param today the patient's date, which is not over
     */
    public static Adherence of(ProgressView view, LocalDate from, LocalDate until, LocalDate today) {
        List<ProgramHistory> programs = view.care().histories();
        LocalDate through = earlier(until, today);
        LocalDate over = earlier(until, today.minusDays(1));
        Map<ProgramWeek, ProgramWeekTally> tallies = new LinkedHashMap<>();
        for (LocalDate date = from; !date.isAfter(through); date = date.plusDays(1)) {
            DueDay day = ScheduleRules.dueOn(programs, date).orElse(null);
            Integer week = day == null ? null : day.programWeek();
            if (day != null && week != null) {
                tallies.computeIfAbsent(
                                new ProgramWeek(day.programId(), week),
                                any -> new ProgramWeekTally(day.programId(), week))
                        .add(day, view.reportsOn(date), !date.isAfter(over));
            }
        }
        Map<Count, Integer> total = counts(programs, from, through);
        Map<Count, Integer> settled = counts(programs, from, over);
        List<AdherenceWeek> weeks = tallies.values().stream()
                .map(tally -> tally.week(total, settled))
                .toList();
        return sum(from, through, weeks);
    }

    private static Map<Count, Integer> counts(List<ProgramHistory> programs, LocalDate from, LocalDate through) {
        Map<Count, Integer> counts = new HashMap<>();
        ScheduleRules.dueCounts(programs, from, through).forEach(count -> counts.put(Count.of(count), count.due()));
        return counts;
    }

    private static Adherence sum(LocalDate from, LocalDate through, List<AdherenceWeek> weeks) {
        Map<Thing, Tally> sums = new TreeMap<>();
        weeks.forEach(week ->
                week.items().forEach(item -> sums.merge(new Thing(item.kind(), item.id()), item.tally(), Tally::plus)));
        List<AdherenceItem> items = sums.entrySet().stream()
                .map(sum -> new AdherenceItem(sum.getKey().kind(), sum.getKey().id(), sum.getValue()))
                .toList();
        return new Adherence(from, through, sum(items, DueKind.EXERCISE), sum(items, DueKind.HABIT), items, weeks);
    }

    private static Tally sum(List<AdherenceItem> items, DueKind kind) {
        return items.stream()
                .filter(item -> item.kind() == kind)
                .map(AdherenceItem::tally)
                .reduce(Tally.NONE, Tally::plus);
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private record ProgramWeek(UUID programId, int week) {}
}
