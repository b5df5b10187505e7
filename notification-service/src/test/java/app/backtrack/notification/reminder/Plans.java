package app.backtrack.notification.reminder;

import app.backtrack.events.ProgramEvent.Frequency;
import app.backtrack.events.ProgramEvent.HabitGoal;
import app.backtrack.events.ProgramEvent.PlannedExercise;
import app.backtrack.events.ProgramEvent.ProgramPlan;
import app.backtrack.events.ProgramEvent.Range;
import app.backtrack.events.ProgramEvent.Sides;
import app.backtrack.events.ProgramStatus;
import app.backtrack.events.Repetition;
import app.backtrack.events.SideRule;
import app.backtrack.events.schedule.PlanVersion;
import app.backtrack.events.schedule.ProgramHistory;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Programs for tests, from a Monday on, six weeks long. */
final class Plans {
    static final LocalDate START = LocalDate.parse("2026-03-02");
    static final Frequency DAILY = Frequency.daily();
    static final Frequency POSTURE = new Frequency(Repetition.EVERY_FEW_HOURS, 3, null, new Range(2, 3));

    private Plans() {}

    static Frequency on(DayOfWeek... days) {
        return new Frequency(Repetition.WEEKDAYS, null, List.of(days), null);
    }

    static ProgramPlan plan(Frequency... frequencies) {
        return plan(List.of(), frequencies);
    }

    static ProgramPlan plan(List<HabitGoal> habits, Frequency... frequencies) {
        List<PlannedExercise> items = Arrays.stream(frequencies)
                .map(frequency -> new PlannedExercise(
                        "exercise-" + Arrays.asList(frequencies).indexOf(frequency),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        Sides.of(SideRule.TWO_SIDED),
                        frequency,
                        null,
                        null))
                .toList();
        return new ProgramPlan("lower-back-starter", "Lower back", START, 6, List.of(), items, habits);
    }

    /** The same from another day on. */
    static ProgramPlan from(LocalDate startsOn, ProgramPlan plan) {
        return new ProgramPlan(
                plan.template(), plan.name(), startsOn, plan.weeks(), plan.phases(), plan.items(), plan.habits());
    }

    static ProgramHistory program(ProgramPlan plan) {
        return history(version(1, plan.startsOn(), ProgramStatus.ACTIVE, plan));
    }

    static ProgramHistory history(PlanVersion... versions) {
        return new ProgramHistory(new UUID(0, 1), List.of(versions));
    }

    static PlanVersion version(int number, LocalDate from, ProgramStatus status, ProgramPlan plan) {
        return new PlanVersion(number, Instant.parse("2026-03-01T08:00:00Z").plusSeconds(number), from, status, plan);
    }
}
