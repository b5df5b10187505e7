package app.backtrack.events;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a clinician decided about a program; topic {@code program-events}. Each event carries the whole resulting plan,
 * so that a consumer keeps every version by its number and needs no order.
 */
public sealed interface ProgramEvent extends BacktrackEvent {

    /** Names the program. */
    UUID programId();

    /** The event's place in the program's stream, from 1. */
    int version();

    /** The patient's local date from which this version is in force. */
    LocalDate effectiveFrom();

    /** What the patient is to do from then on. */
    ProgramPlan plan();

    /** Why, in the clinician's words, at most 500 characters; null where none were given. */
    @Nullable
    String reason();

    /** The state of the program after this event. */
    ProgramStatus status();

    /** A program was prescribed. */
    record ProgramPrescribed(
            UUID programId,
            int version,
            LocalDate effectiveFrom,
            ProgramPlan plan,
            @Nullable String reason) implements ProgramEvent {
        @Override
        public ProgramStatus status() {
            return ProgramStatus.ACTIVE;
        }
    }

    /**
     * The plan was changed.
     *
     * @param status as it was before: active or paused
     */
    record ProgramRevised(
            UUID programId,
            int version,
            LocalDate effectiveFrom,
            ProgramPlan plan,
            @Nullable String reason,
            ProgramStatus status)
            implements ProgramEvent {}

    /** Nothing is due until the program is resumed. */
    record ProgramPaused(
            UUID programId,
            int version,
            LocalDate effectiveFrom,
            ProgramPlan plan,
            @Nullable String reason) implements ProgramEvent {
        @Override
        public ProgramStatus status() {
            return ProgramStatus.PAUSED;
        }
    }

    /** The program goes on. */
    record ProgramResumed(
            UUID programId,
            int version,
            LocalDate effectiveFrom,
            ProgramPlan plan,
            @Nullable String reason) implements ProgramEvent {
        @Override
        public ProgramStatus status() {
            return ProgramStatus.ACTIVE;
        }
    }

    /** The program reached its end. */
    record ProgramCompleted(
            UUID programId,
            int version,
            LocalDate effectiveFrom,
            ProgramPlan plan,
            @Nullable String reason) implements ProgramEvent {
        @Override
        public ProgramStatus status() {
            return ProgramStatus.COMPLETED;
        }
    }

    /** The program was ended before its time. */
    record ProgramStopped(
            UUID programId,
            int version,
            LocalDate effectiveFrom,
            ProgramPlan plan,
            @Nullable String reason) implements ProgramEvent {
        @Override
        public ProgramStatus status() {
            return ProgramStatus.STOPPED;
        }
    }

    /**
     * A caution of the catalog was set aside for this patient; follows the version that brought the exercise in, with
     * the same plan.
     *
     * @param status as it was before: active or paused
     * @param exercise whose caution, by its id in the catalog
     * @param caution which one, by its id in the catalog
     * @param because why the exercise is prescribed all the same, at most 500 characters
     */
    record ContraindicationOverridden(
            UUID programId,
            int version,
            LocalDate effectiveFrom,
            ProgramPlan plan,
            @Nullable String reason,
            ProgramStatus status,
            String exercise,
            String caution,
            String because)
            implements ProgramEvent {}

    /**
     * What a patient is to do.
     *
     * @param template the template that it came from
     * @param name shown to patient and therapist, at most 120 characters
     * @param startsOn the patient's local date of program day 1; may lie in the past
     * @param weeks planned length, 1 to 52
     * @param phases names for spans of weeks, ascending, none overlapping another; may be empty
     * @param items what is to be done, in order; 1 to 60. One exercise stands twice only in weeks that do not overlap
     * @param habits habits to take up, in order; may be empty, at most 20
     */
    record ProgramPlan(
            String template,
            String name,
            LocalDate startsOn,
            int weeks,
            List<PlanPhase> phases,
            List<PlannedExercise> items,
            List<HabitGoal> habits) {

        /** Keeps copies of the lists and refuses numbers out of range. */
        public ProgramPlan {
            Bounds.require("weeks", weeks, 1, 52);
            Bounds.require("phases", phases.size(), 0, 20);
            Bounds.require("items", items.size(), 1, 60);
            Bounds.require("habits", habits.size(), 0, 20);
            phases = List.copyOf(phases);
            items = List.copyOf(items);
            habits = List.copyOf(habits);
        }
    }

    /**
     * A span of program weeks under a name.
     *
     * @param name at most 120 characters
     * @param weeks first and last week, from 1, both included
     */
    record PlanPhase(String name, Range weeks) {}

    /**
     * One exercise of a plan; what the clinician left open is null.
     *
     * @param exercise its id in the catalog
     * @param weeks program weeks in which it is due, both included; null for all
     * @param sets 1 to 20
     * @param reps repetitions a set, 1 to 100
     * @param holdSeconds seconds to hold, or to go on, 1 to 3,600
     * @param restSeconds between sets, 0 to 600
     * @param loadGrams load in grams, 0 to 500,000
     * @param tempo how fast, such as {@code slow and controlled}; at most 60 characters
     * @param sides how the sides are worked
     * @param frequency when it is due
     * @param targetDate when the dose is to be reached
     * @param instructions for the patient, at most 500 characters
     */
    record PlannedExercise(
            String exercise,
            @Nullable Range weeks,
            @Nullable Range sets,
            @Nullable Range reps,
            @Nullable Range holdSeconds,
            @Nullable Integer restSeconds,
            @Nullable Integer loadGrams,
            @Nullable String tempo,
            Sides sides,
            Frequency frequency,
            @Nullable LocalDate targetDate,
            @Nullable String instructions) {

        /** Refuses numbers out of range. */
        public PlannedExercise {
            Bounds.require("restSeconds", restSeconds, 0, 600);
            Bounds.require("loadGrams", loadGrams, 0, 500_000);
        }
    }

    /**
     * How the sides of an exercise are worked.
     *
     * @param rule which sides, and in what order
     * @param weaker the weaker side, left or right; given with {@link SideRule#WEAKER_FIRST}, else null
     * @param fewerReps repetitions a set that the stronger side leaves out, 1 to 20; null for none
     * @param lessGrams load that the stronger side leaves out, 1 to 100,000 grams; null for none
     */
    record Sides(
            SideRule rule,
            @Nullable ExerciseSide weaker,
            @Nullable Integer fewerReps,
            @Nullable Integer lessGrams) {

        /** Refuses numbers out of range, and a weaker side that contradicts the rule. */
        public Sides {
            boolean named = weaker == ExerciseSide.LEFT || weaker == ExerciseSide.RIGHT;
            if (rule == SideRule.WEAKER_FIRST ? !named : weaker != null || fewerReps != null || lessGrams != null) {
                throw new IllegalArgumentException(
                        "only weaker-first names the weaker side, and what the stronger does");
            }
            Bounds.require("fewerReps", fewerReps, 1, 20);
            Bounds.require("lessGrams", lessGrams, 1, 100_000);
        }

        /** Sides without a weaker one. */
        public static Sides of(SideRule rule) {
            return new Sides(rule, null, null, null);
        }
    }

    /**
     * When something is due.
     *
     * @param repetition the rhythm
     * @param times how often: 1 to 7 a week with {@link Repetition#TIMES_PER_WEEK}, 1 to 12 a day with
     *     {@link Repetition#EVERY_FEW_HOURS}, else null
     * @param weekdays with {@link Repetition#WEEKDAYS} the days, ascending, at least one; else null
     * @param hours with {@link Repetition#EVERY_FEW_HOURS} how many hours apart, 1 to 12; else null
     */
    record Frequency(
            Repetition repetition,
            @Nullable Integer times,
            @Nullable List<DayOfWeek> weekdays,
            @Nullable Range hours) {

        /** Puts the days in order and refuses what contradicts the rhythm. */
        public Frequency {
            boolean counted = repetition == Repetition.TIMES_PER_WEEK || repetition == Repetition.EVERY_FEW_HOURS;
            if (counted != (times != null)
                    || (repetition == Repetition.WEEKDAYS) != (weekdays != null)
                    || (repetition == Repetition.EVERY_FEW_HOURS) != (hours != null)) {
                throw new IllegalArgumentException("times, weekdays and hours must be those that the repetition needs");
            }
            Bounds.require("times", times, 1, repetition == Repetition.TIMES_PER_WEEK ? 7 : 12);
            Bounds.require("weekdays", weekdays == null ? null : weekdays.size(), 1, 7);
            Bounds.require("hours", hours == null ? null : hours.max(), 1, 12);
            weekdays = weekdays == null
                    ? null
                    : weekdays.stream().distinct().sorted().toList();
        }

        /** Every day. */
        public static Frequency daily() {
            return new Frequency(Repetition.DAILY, null, null, null);
        }

        /** A number of times a program week, 1 to 7. */
        public static Frequency timesPerWeek(int times) {
            return new Frequency(Repetition.TIMES_PER_WEEK, times, null, null);
        }
    }

    /**
     * A habit to take up; it stays from its week on, and the next one joins it.
     *
     * @param habit its id in the catalog
     * @param fromWeek program week in which it begins, from 1
     * @param instructions for the patient, at most 500 characters
     */
    record HabitGoal(String habit, int fromWeek, @Nullable String instructions) {

        /** Refuses numbers out of range. */
        public HabitGoal {
            Bounds.require("fromWeek", fromWeek, 1, 52);
        }
    }

    /**
     * A dose or a span given as a range; both ends may be the same.
     *
     * @param min smallest
     * @param max largest, not below {@code min}
     */
    record Range(int min, int max) {

        /** Refuses a range that ends before it begins, or below 1. */
        public Range {
            Bounds.require("min", min, 1, max);
        }

        /** Whether a number lies within, both ends included. */
        public boolean contains(int number) {
            return min <= number && number <= max;
        }
    }
}
