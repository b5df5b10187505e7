package app.backtrack.events;

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
     * What a patient is to do.
     *
     * @param template the template that it came from
     * @param name shown to patient and therapist, at most 120 characters
     * @param startsOn the patient's local date of program day 1; may lie in the past
     * @param weeks planned length, 1 to 52
     * @param items what is to be done, in order; 1 to 30
     */
    record ProgramPlan(String template, String name, LocalDate startsOn, int weeks, List<PlannedExercise> items) {

        /** Keeps a copy of the list and refuses numbers out of range. */
        public ProgramPlan {
            Bounds.require("weeks", weeks, 1, 52);
            Bounds.require("items", items.size(), 1, 30);
            items = List.copyOf(items);
        }
    }

    /**
     * One exercise of a plan; what the clinician left open is null.
     *
     * @param exercise its id in the catalog
     * @param sets 1 to 20
     * @param reps repetitions a set, 1 to 100
     * @param holdSeconds seconds to hold, 1 to 600
     * @param eachSide whether left and right are done separately
     * @param timesPerWeek 1 to 7
     */
    record PlannedExercise(
            String exercise,
            @Nullable Range sets,
            @Nullable Range reps,
            @Nullable Range holdSeconds,
            boolean eachSide,
            int timesPerWeek) {

        /** Refuses numbers out of range. */
        public PlannedExercise {
            Bounds.require("timesPerWeek", timesPerWeek, 1, 7);
        }
    }

    /**
     * A dose given as a range; both ends may be the same.
     *
     * @param min smallest dose
     * @param max largest dose, not below {@code min}
     */
    record Range(int min, int max) {

        /** Refuses a range that ends before it begins, or below 1. */
        public Range {
            Bounds.require("min", min, 1, max);
        }
    }
}
