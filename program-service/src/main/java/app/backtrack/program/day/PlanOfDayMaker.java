package app.backtrack.program.day;

import app.backtrack.events.ClinicId;
import app.backtrack.events.ProgramEvent.HabitGoal;
import app.backtrack.events.schedule.DayState;
import app.backtrack.events.schedule.DueCount;
import app.backtrack.events.schedule.DueDay;
import app.backtrack.events.schedule.DueItem;
import app.backtrack.events.schedule.DueKind;
import app.backtrack.events.schedule.ProgramHistory;
import app.backtrack.events.schedule.ScheduleRules;
import app.backtrack.program.catalog.ClinicCatalog;
import app.backtrack.program.day.PlanOfDay.HabitOfDay;
import app.backtrack.program.day.PlanOfDay.ItemOfDay;
import app.backtrack.program.day.PlanOfDay.ProgramOfDay;
import app.backtrack.program.entry.CatalogEntry;
import app.backtrack.program.entry.Kind;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts together what is due on a day and what the clinic's catalog says about it. */
@Singleton
class PlanOfDayMaker {
    private final ClinicCatalog catalog;

    PlanOfDayMaker(ClinicCatalog catalog) {
        this.catalog = catalog;
    }

    /** The plan of a day. */
    PlanOfDay make(ClinicId clinic, List<ProgramHistory> programs, Day asked) {
        Optional<DueDay> due = ScheduleRules.dueOn(programs, asked.date());
        if (due.isEmpty()) {
            return new PlanOfDay(
                    asked.date(),
                    asked.today(),
                    asked.zone().getId(),
                    null,
                    NothingDue.NO_PROGRAM,
                    List.of(),
                    List.of(),
                    List.of());
        }
        DueDay day = due.get();
        Map<String, CatalogEntry> entries = catalog.entries(clinic, ids(day));
        List<DueCount> week = week(programs, day);
        return new PlanOfDay(
                asked.date(),
                asked.today(),
                asked.zone().getId(),
                ProgramOfDay.of(day),
                NothingDue.on(day),
                day.items().stream()
                        .map(item -> ItemOfDay.of(item, dueInWeek(week, item), entries.get(exercise(item))))
                        .toList(),
                day.habits().stream()
                        .map(goal -> HabitOfDay.of(goal, entries.get(goal.habit())))
                        .toList(),
                day.state() == DayState.UNDER_WAY ? catalog.offered(clinic, Kind.WEEKLY_CHECK) : List.of());
    }

    private static Set<String> ids(DueDay day) {
        return Stream.concat(
                        day.items().stream().map(PlanOfDayMaker::exercise),
                        day.habits().stream().map(HabitGoal::habit))
                .collect(Collectors.toSet());
    }

    /** What is due of the program in the week of which the day is one; nothing where no item is due anyway. */
    private static List<DueCount> week(List<ProgramHistory> programs, DueDay day) {
        if (day.items().isEmpty()) {
            return List.of();
        }
        LocalDate first = ScheduleRules.firstOfWeek(day.inForce().plan(), day.date());
        return ScheduleRules.dueCounts(programs, first, first.plusDays(6)).stream()
                .filter(count -> count.programId().equals(day.programId()) && count.kind() == DueKind.EXERCISE)
                .toList();
    }

    private static int dueInWeek(List<DueCount> week, DueItem item) {
        return week.stream()
                .filter(count -> count.id().equals(exercise(item)))
                .mapToInt(DueCount::due)
                .sum();
    }

    private static String exercise(DueItem item) {
        return item.item().exercise();
    }

    /**
     * A day that is asked for.
     *
     * @param date the patient's local date
     * @param today the patient's local date now
     * @param zone in effect on the date
     */
    record Day(LocalDate date, LocalDate today, ZoneId zone) {}
}
