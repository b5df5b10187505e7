package app.backtrack.events.schedule;

import app.backtrack.events.ProgramEvent.Frequency;
import app.backtrack.events.ProgramEvent.HabitGoal;
import app.backtrack.events.ProgramEvent.PlanPhase;
import app.backtrack.events.ProgramEvent.PlannedExercise;
import app.backtrack.events.ProgramEvent.ProgramPlan;
import app.backtrack.events.ProgramEvent.Range;
import app.backtrack.events.ProgramEvent.Sides;
import app.backtrack.events.ProgramStatus;
import app.backtrack.events.SideRule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Plans to ask about; the first day of each is a Monday. */
final class Plans {
    static final UUID PROGRAM = new UUID(0, 1);
    static final LocalDate START = LocalDate.parse("2026-03-02");
    static final int WEEKS = 6;

    private Plans() {}

    static PlannedExercise item(String exercise, Frequency frequency) {
        return item(exercise, null, frequency);
    }

    static PlannedExercise item(String exercise, @Nullable Range weeks, Frequency frequency) {
        return new PlannedExercise(
                exercise,
                weeks,
                null,
                null,
                null,
                null,
                null,
                null,
                Sides.of(SideRule.TWO_SIDED),
                frequency,
                null,
                null);
    }

    static ProgramPlan plan(PlannedExercise... items) {
        return plan(List.of(), List.of(items), List.of());
    }

    static ProgramPlan plan(List<PlanPhase> phases, List<PlannedExercise> items, List<HabitGoal> habits) {
        return new ProgramPlan("lower-back-starter", "Lower back", START, WEEKS, phases, items, habits);
    }

    static ProgramHistory program(PlanVersion... versions) {
        return new ProgramHistory(PROGRAM, Arrays.asList(versions));
    }

    static PlanVersion prescribed(ProgramPlan plan) {
        return version(1, plan.startsOn(), ProgramStatus.ACTIVE, plan);
    }

    static PlanVersion version(int number, LocalDate from, ProgramStatus status, ProgramPlan plan) {
        return new PlanVersion(number, Instant.parse("2026-03-02T08:00:00Z").plusSeconds(number), from, status, plan);
    }
}
