package app.backtrack.events.schedule;

import app.backtrack.events.ExerciseSide;
import app.backtrack.events.ProgramEvent.PlannedExercise;
import app.backtrack.events.ProgramEvent.Range;
import app.backtrack.events.ProgramEvent.Sides;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one side does in an exercise; what the clinician left open is null.
 *
 * @param side left, right, or both at once
 * @param sets sets
 * @param reps repetitions a set, from 1
 * @param holdSeconds seconds to hold, or to go on
 * @param loadGrams load in grams, from 0
 */
public record SideDose(
        ExerciseSide side,
        @Nullable Range sets,
        @Nullable Range reps,
        @Nullable Range holdSeconds,
        @Nullable Integer loadGrams) {

    /**
     * The sides of an exercise in the order of work. The weaker one goes first, and the stronger one does a little
     * less: as many repetitions and grams fewer as the clinician said, but at least one repetition.
     */
    public static List<SideDose> inOrderOfWork(PlannedExercise item) {
        return switch (item.sides().rule()) {
            case TWO_SIDED -> List.of(full(item, ExerciseSide.BOTH));
            case LEFT -> List.of(full(item, ExerciseSide.LEFT));
            case RIGHT -> List.of(full(item, ExerciseSide.RIGHT));
            case EACH -> List.of(full(item, ExerciseSide.LEFT), full(item, ExerciseSide.RIGHT));
            case WEAKER_FIRST ->
                item.sides().weaker() == ExerciseSide.LEFT
                        ? List.of(full(item, ExerciseSide.LEFT), reduced(item, ExerciseSide.RIGHT))
                        : List.of(full(item, ExerciseSide.RIGHT), reduced(item, ExerciseSide.LEFT));
        };
    }

    private static SideDose full(PlannedExercise item, ExerciseSide side) {
        return new SideDose(side, item.sets(), item.reps(), item.holdSeconds(), item.loadGrams());
    }

    private static SideDose reduced(PlannedExercise item, ExerciseSide side) {
        Sides sides = item.sides();
        return new SideDose(
                side,
                item.sets(),
                fewer(item.reps(), sides.fewerReps()),
                item.holdSeconds(),
                less(item.loadGrams(), sides.lessGrams()));
    }

    private static @Nullable Range fewer(@Nullable Range reps, @Nullable Integer by) {
        return reps == null || by == null
                ? reps
                : new Range(Math.max(1, reps.min() - by), Math.max(1, reps.max() - by));
    }

    private static @Nullable Integer less(@Nullable Integer grams, @Nullable Integer by) {
        return grams == null || by == null ? grams : Integer.valueOf(Math.max(0, grams - by));
    }
}
