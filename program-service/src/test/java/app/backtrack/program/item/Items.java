package app.backtrack.program.item;

import app.backtrack.events.ExerciseSide;
import app.backtrack.events.Repetition;
import app.backtrack.events.SideRule;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Items of plans for tests: one exercise with everything left open, three times a week, and what is said otherwise. */
public final class Items {
    private final String exercise;
    private @Nullable Span weeks;
    private @Nullable Span reps;
    private @Nullable Span hold;
    private @Nullable Integer load;
    private @Nullable LocalDate target;
    private ItemSides sides = ItemSides.of(SideRule.TWO_SIDED);
    private ItemFrequency frequency = ItemFrequency.timesPerWeek(3);

    private Items(String exercise) {
        this.exercise = exercise;
    }

    /** Begins with an exercise. */
    public static Items of(String exercise) {
        return new Items(exercise);
    }

    /** In these weeks. */
    public Items weeks(int from, int to) {
        weeks = new Span(from, to);
        return this;
    }

    /** So many repetitions. */
    public Items reps(int min, int max) {
        reps = new Span(min, max);
        return this;
    }

    /** Held for so many seconds. */
    public Items hold(int min, int max) {
        hold = new Span(min, max);
        return this;
    }

    /** With a load in grams. */
    public Items load(int grams) {
        load = grams;
        return this;
    }

    /** To be reached by then. */
    public Items target(LocalDate date) {
        target = date;
        return this;
    }

    /** With the sides worked in this way. */
    public Items sides(SideRule rule) {
        sides = ItemSides.of(rule);
        return this;
    }

    /** With the weaker side first. */
    public Items weaker(@Nullable ExerciseSide side, @Nullable Integer fewerReps, @Nullable Integer lessGrams) {
        sides = new ItemSides(SideRule.WEAKER_FIRST, side, fewerReps, lessGrams);
        return this;
    }

    /** With these sides. */
    public Items sides(ItemSides other) {
        sides = other;
        return this;
    }

    /** Due in this rhythm. */
    public Items due(ItemFrequency other) {
        frequency = other;
        return this;
    }

    /** Due every day. */
    public Items daily() {
        return due(new ItemFrequency(Repetition.DAILY, null, null, null));
    }

    /** Due on fixed days. */
    public Items on(DayOfWeek... days) {
        return due(new ItemFrequency(Repetition.WEEKDAYS, null, List.of(days), null));
    }

    /** The item. */
    public PlanItem item() {
        return new PlanItem(exercise, weeks, null, reps, hold, null, load, null, sides, frequency, target, null);
    }
}
