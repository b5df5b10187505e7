package app.backtrack.events.schedule;

import app.backtrack.events.ProgramEvent.HabitGoal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a program asks of a patient on a local date.
 *
 * @param date the patient's local date
 * @param programId the program
 * @param inForce its version on that date
 * @param state how the program stands; items and habits are empty unless it is under way
 * @param programWeek from 1; null before the program's first day and after its planned weeks
 * @param phase name of that week's phase; null where the plan names none
 * @param items in the plan's order; empty on a day of rest
 * @param habits due once on the day, in the plan's order
 */
public record DueDay(
        LocalDate date,
        UUID programId,
        PlanVersion inForce,
        DayState state,
        @Nullable Integer programWeek,
        @Nullable String phase,
        List<DueItem> items,
        List<HabitGoal> habits) {

    /** Keeps copies of the lists. */
    public DueDay {
        items = List.copyOf(items);
        habits = List.copyOf(habits);
    }
}
