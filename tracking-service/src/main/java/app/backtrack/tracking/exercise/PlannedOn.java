package app.backtrack.tracking.exercise;

import app.backtrack.events.ProgramEvent.PlannedExercise;
import app.backtrack.events.schedule.DayState;
import app.backtrack.events.schedule.DueDay;
import app.backtrack.events.schedule.ProgramHistory;
import app.backtrack.events.schedule.ScheduleRules;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What the program asks for around a local date, be it due on that very day or not. */
public final class PlannedOn {

    private PlannedOn() {}

    /** The exercises of the program week that the date lies in; none unless the program is under way. */
    public static List<PlannedExercise> items(Collection<ProgramHistory> programs, LocalDate date) {
        return ScheduleRules.dueOn(programs, date).map(PlannedOn::items).orElse(List.of());
    }

    /** One of these exercises. */
    public static Optional<PlannedExercise> item(Collection<ProgramHistory> programs, LocalDate date, String exercise) {
        return items(programs, date).stream()
                .filter(item -> item.exercise().equals(exercise))
                .findFirst();
    }

    private static List<PlannedExercise> items(DueDay day) {
        Integer week = day.programWeek();
        if (day.state() != DayState.UNDER_WAY || week == null) {
            return List.of();
        }
        return day.inForce().plan().items().stream()
                .filter(item -> item.weeks() == null || item.weeks().contains(week))
                .toList();
    }
}
