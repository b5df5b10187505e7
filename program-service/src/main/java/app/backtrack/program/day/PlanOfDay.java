package app.backtrack.program.day;

import app.backtrack.events.ProgramEvent.Frequency;
import app.backtrack.events.ProgramEvent.HabitGoal;
import app.backtrack.events.ProgramEvent.PlannedExercise;
import app.backtrack.events.ProgramEvent.ProgramPlan;
import app.backtrack.events.ProgramEvent.Range;
import app.backtrack.events.schedule.DayState;
import app.backtrack.events.schedule.DueDay;
import app.backtrack.events.schedule.DueItem;
import app.backtrack.events.schedule.DueItem.Demand;
import app.backtrack.events.schedule.SideDose;
import app.backtrack.program.entry.CatalogEntry;
import app.backtrack.program.entry.Guidance;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a patient is to do on a day, with all that it takes to do it. */
@Schema(name = "PlanOfDay")
record PlanOfDay(
        LocalDate date,

        @Schema(description = "The patient's local date now.")
        LocalDate today,

        @Schema(description = "IANA time zone in effect on the date.", examples = "Europe/Berlin")
        String zone,

        @Schema(description = "The program that answers for the date; null where there is none.") @Nullable
        ProgramOfDay program,

        @Schema(description = "Null where something is due.") @Nullable
        NothingDue nothingDueBecause,

        @Schema(description = "In the plan's order; due today, or open this week.")
        List<ItemOfDay> items,

        @Schema(description = "Due once today, in the plan's order.")
        List<HabitOfDay> habits,

        @Schema(description = "What to look at once a week; empty while no program is under way.")
        List<CatalogEntry> weeklyChecklist) {

    /** The program on the date. */
    @Schema(name = "ProgramOfDay")
    record ProgramOfDay(
            UUID programId,

            @Schema(description = "Number of the version in force on the date.")
            int version,

            @Schema(description = "How the program stands on the date.")
            DayState state,

            String name,

            @Schema(description = "Day 1 of the program.") LocalDate startsOn,

            @Schema(description = "Planned length in weeks.")
            int weeks,

            @Schema(description = "Week of the program, from 1; null outside the planned weeks.") @Nullable
            Integer week,

            @Schema(description = "Name of the week's phase.") @Nullable
            String phase) {

        static ProgramOfDay of(DueDay day) {
            ProgramPlan plan = day.inForce().plan();
            return new ProgramOfDay(
                    day.programId(),
                    day.inForce().version(),
                    day.state(),
                    plan.name(),
                    plan.startsOn(),
                    plan.weeks(),
                    day.programWeek(),
                    day.phase());
        }
    }

    /** How often something is to be done. */
    @Schema(name = "DemandOfDay")
    record DemandOfDay(
            @Schema(description = "`day`: on this very day. `week`: on days of the patient's choice.")
            Per per,

            @Schema(description = "How often a day, or a full week.", examples = "3")
            int times,

            @Schema(
                    description = "How often in this program week as a whole, which a pause or a revision may shorten.",
                    examples = "3")
            int dueInWeek) {

        static DemandOfDay of(Demand demand, int dueInWeek) {
            return switch (demand) {
                case Demand.OnTheDay day -> new DemandOfDay(Per.DAY, day.times(), dueInWeek);
                case Demand.InTheWeek week -> new DemandOfDay(Per.WEEK, week.times(), dueInWeek);
            };
        }
    }

    /** An exercise; a dose that is null is left open. */
    @Schema(name = "ItemOfDay")
    record ItemOfDay(
            @Schema(description = "Id in the catalog.", examples = "bird-dog")
            String exercise,

            @Schema(description = "Null where the catalog has it no longer.", examples = "Bird Dog") @Nullable
            String name,

            DemandOfDay demand,

            @Schema(description = "In the order of work: the weaker side first, the stronger one with its lower dose.")
            List<SideDose> sides,

            @Schema(description = "Seconds between sets.") @Nullable
            Integer restSeconds,

            @Schema(examples = "slow and controlled") @Nullable
            String tempo,

            @Schema(description = "The rhythm as planned.") Frequency frequency,

            @Schema(description = "Program weeks in which it is due; null for all.") @Nullable
            Range weeks,

            @Schema(description = "When the dose is to be reached.") @Nullable
            LocalDate targetDate,

            @Schema(description = "The clinician's words for the patient.") @Nullable
            String instructions,

            @Schema(description = "How to do it, from the catalog.") @Nullable
            Guidance guidance) {

        static ItemOfDay of(DueItem due, int dueInWeek, @Nullable CatalogEntry entry) {
            PlannedExercise item = due.item();
            return new ItemOfDay(
                    item.exercise(),
                    entry == null ? null : entry.name(),
                    DemandOfDay.of(due.demand(), dueInWeek),
                    SideDose.inOrderOfWork(item),
                    item.restSeconds(),
                    item.tempo(),
                    item.frequency(),
                    item.weeks(),
                    item.targetDate(),
                    item.instructions(),
                    entry == null ? null : entry.guidance());
        }
    }

    /** A habit. */
    @Schema(name = "HabitOfDay")
    record HabitOfDay(
            @Schema(description = "Id in the catalog.", examples = "neutral-sleep")
            String habit,

            @Schema(description = "Null where the catalog has it no longer.") @Nullable
            String name,

            @Schema(description = "Program week in which it began.")
            int fromWeek,

            @Schema(description = "The clinician's words for the patient.") @Nullable
            String instructions,

            @Schema(description = "How to do it, from the catalog.") @Nullable
            Guidance guidance) {

        static HabitOfDay of(HabitGoal goal, @Nullable CatalogEntry entry) {
            return new HabitOfDay(
                    goal.habit(),
                    entry == null ? null : entry.name(),
                    goal.fromWeek(),
                    goal.instructions(),
                    entry == null ? null : entry.guidance());
        }
    }
}
