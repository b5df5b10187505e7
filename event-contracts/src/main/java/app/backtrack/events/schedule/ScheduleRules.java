package app.backtrack.events.schedule;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;

import app.backtrack.events.ProgramEvent.Frequency;
import app.backtrack.events.ProgramEvent.HabitGoal;
import app.backtrack.events.ProgramEvent.PlanPhase;
import app.backtrack.events.ProgramEvent.PlannedExercise;
import app.backtrack.events.ProgramEvent.ProgramPlan;
import app.backtrack.events.ProgramEvent.Range;
import app.backtrack.events.Repetition;
import app.backtrack.events.schedule.DueItem.Demand;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says what is due for a patient on a local date, and how often in a span of them. Everything goes by the version in
 * force on that date, so no later revision changes it, and by dates alone, so no clock or time zone does.
 *
 * <p>A patient has one program on a date. Should two overlap by their dates, because the second one's start was dated
 * back, the one prescribed first keeps its days: what was due on them stays.
 */
public final class ScheduleRules {
    private static final int DAYS_A_WEEK = 7;

    private ScheduleRules() {}

    /**
     * What is due on a date; empty where no program says anything about it. Of programs that are not under way the one
     * answers that says best why nothing is due: the one that waits for its clinician or its first day, or ended last.
     *
     * @param programs all of the patient, in any order
     */
    public static Optional<DueDay> dueOn(Collection<ProgramHistory> programs, LocalDate date) {
        return ProgramChoice.onDate(programs, date).map(program -> dueDay(program, date));
    }

    /**
     * How often each exercise and habit is due, by program week; in the order of programs, weeks, exercises before
     * habits, and ids. Something due {@code n} times a week counts {@code n / 7} for each day of the range on which the
     * version in force asks for it, added up and rounded within a program week: so a full week is {@code n}, and a
     * pause, a revision or the range's own end shortens it in proportion.
     *
     * @param programs all of the patient, in any order
     * @param from first date
     * @param through last date; before {@code from} for an empty range
     */
    public static List<DueCount> dueCounts(Collection<ProgramHistory> programs, LocalDate from, LocalDate through) {
        DueTally tally = new DueTally();
        for (LocalDate date = from; !date.isAfter(through); date = date.plusDays(1)) {
            Optional<ProgramHistory> program = ProgramChoice.onDate(programs, date);
            if (program.isPresent()) {
                count(program.get(), date, tally);
            }
        }
        return tally.counts();
    }

    /** How the program stands on a date. */
    public static DayState stateOn(ProgramHistory program, LocalDate date) {
        return state(program.inForceOn(date), date);
    }

    /** The program week of a date, from 1; below 1 before the program's first day, and not bounded by its length. */
    public static int programWeek(ProgramPlan plan, LocalDate date) {
        long days = ChronoUnit.DAYS.between(plan.startsOn(), date);
        return Math.toIntExact(Math.floorDiv(days, DAYS_A_WEEK)) + 1;
    }

    /** The first day of the program week of a date. */
    public static LocalDate firstOfWeek(ProgramPlan plan, LocalDate date) {
        return firstDay(plan, programWeek(plan, date));
    }

    private static DueDay dueDay(ProgramHistory program, LocalDate date) {
        PlanVersion inForce = program.inForceOn(date);
        ProgramPlan plan = inForce.plan();
        DayState state = state(inForce, date);
        int week = programWeek(plan, date);
        boolean planned = week >= 1 && week <= plan.weeks();
        boolean underWay = state == DayState.UNDER_WAY;
        List<DueItem> items = underWay ? items(plan, date) : List.of();
        List<HabitGoal> habits = underWay ? habits(plan, week) : List.of();
        return new DueDay(
                date,
                program.programId(),
                inForce,
                state,
                planned ? week : null,
                planned ? phase(plan, week) : null,
                items,
                habits);
    }

    private static DayState state(PlanVersion inForce, LocalDate date) {
        int week = programWeek(inForce.plan(), date);
        if (week < 1) {
            return DayState.NOT_STARTED;
        }
        boolean over = week > inForce.plan().weeks();
        return switch (inForce.status()) {
            case COMPLETED -> DayState.COMPLETED;
            case STOPPED -> DayState.STOPPED;
            // Resuming would bring nothing back once the weeks are over.
            case PAUSED -> over ? DayState.WEEKS_OVER : DayState.PAUSED;
            case ACTIVE -> over ? DayState.WEEKS_OVER : DayState.UNDER_WAY;
        };
    }

    private static List<DueItem> items(ProgramPlan plan, LocalDate date) {
        int week = programWeek(plan, date);
        return plan.items().stream()
                .filter(item -> isOn(item, week))
                .flatMap(item -> demand(plan, item, date).map(demand -> new DueItem(item, demand)).stream())
                .toList();
    }

    private static Optional<Demand> demand(ProgramPlan plan, PlannedExercise item, LocalDate date) {
        int weekly = timesAWeek(item.frequency());
        if (weekly > 0) {
            return Optional.of(new Demand.InTheWeek(weekly));
        }
        int times = timesOn(plan, item, date);
        return times == 0 ? Optional.empty() : Optional.of(new Demand.OnTheDay(times));
    }

    private static void count(ProgramHistory program, LocalDate date, DueTally tally) {
        PlanVersion inForce = program.inForceOn(date);
        if (state(inForce, date) != DayState.UNDER_WAY) {
            return;
        }
        ProgramPlan plan = inForce.plan();
        int week = programWeek(plan, date);
        for (PlannedExercise item : plan.items()) {
            int times = isOn(item, week) ? timesOn(plan, item, date) : 0;
            int weekly = isOn(item, week) ? timesAWeek(item.frequency()) : 0;
            if (times + weekly > 0) {
                tally.add(program.programId(), week, DueKind.EXERCISE, item.exercise(), times, weekly);
            }
        }
        for (HabitGoal goal : habits(plan, week)) {
            tally.add(program.programId(), week, DueKind.HABIT, goal.habit(), 1, 0);
        }
    }

    private static boolean isOn(PlannedExercise item, int week) {
        Range weeks = item.weeks();
        return weeks == null || weeks.contains(week);
    }

    /** How often it is due on this very day; 0 for what may be done on any day of the week. */
    private static int timesOn(ProgramPlan plan, PlannedExercise item, LocalDate date) {
        Frequency frequency = item.frequency();
        return switch (frequency.repetition()) {
            case DAILY -> 1;
            case EVERY_OTHER_DAY -> ChronoUnit.DAYS.between(firstDay(plan, item), date) % 2 == 0 ? 1 : 0;
            case WEEKDAYS -> requireNonNull(frequency.weekdays()).contains(date.getDayOfWeek()) ? 1 : 0;
            case EVERY_FEW_HOURS -> requireNonNull(frequency.times());
            case TIMES_PER_WEEK -> 0;
        };
    }

    private static int timesAWeek(Frequency frequency) {
        return frequency.repetition() == Repetition.TIMES_PER_WEEK ? requireNonNull(frequency.times()) : 0;
    }

    private static LocalDate firstDay(ProgramPlan plan, PlannedExercise item) {
        Range weeks = item.weeks();
        return firstDay(plan, weeks == null ? 1 : weeks.min());
    }

    private static LocalDate firstDay(ProgramPlan plan, int week) {
        return plan.startsOn().plusDays((week - 1L) * DAYS_A_WEEK);
    }

    private static List<HabitGoal> habits(ProgramPlan plan, int week) {
        return plan.habits().stream().filter(goal -> goal.fromWeek() <= week).toList();
    }

    private static @Nullable String phase(ProgramPlan plan, int week) {
        return plan.phases().stream()
                .filter(phase -> phase.weeks().contains(week))
                .min(comparing(phase -> phase.weeks().min()))
                .map(PlanPhase::name)
                .orElse(null);
    }
}
