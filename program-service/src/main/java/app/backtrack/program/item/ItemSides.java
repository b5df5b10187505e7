package app.backtrack.program.item;

import app.backtrack.events.ExerciseSide;
import app.backtrack.events.ProgramEvent.Sides;
import app.backtrack.events.SideRule;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How the sides of an item are worked, as somebody writes it. */
@Schema(name = "ItemSides")
public record ItemSides(
        @Schema(description = "Which sides, and in what order.", examples = "weaker-first") @NotNull
        SideRule rule,

        @Schema(
                description = "Left or right; with weaker-first only. A template leaves it to the prescription.",
                examples = "left")
        @Nullable
        ExerciseSide weaker,

        @Schema(description = "Repetitions a set that the stronger side leaves out, 1 to 20.", examples = "2")
        @Min(1)
        @Max(20)
        @Nullable
        Integer fewerReps,

        @Schema(description = "Grams that the stronger side leaves out, 1 to 100,000.") @Min(1) @Max(100_000) @Nullable
        Integer lessGrams) {

    /** Sides without a weaker one. */
    public static ItemSides of(SideRule rule) {
        return new ItemSides(rule, null, null, null);
    }

    /** As events say it; the sides were checked. */
    Sides sides() {
        return new Sides(rule, weaker, fewerReps, lessGrams);
    }

    /** These sides where a template leaves the weaker one open: each alike until somebody names it. */
    ItemSides withWeaker(@Nullable ExerciseSide named) {
        if (rule != SideRule.WEAKER_FIRST) {
            return this;
        }
        return named == null ? of(SideRule.EACH) : new ItemSides(rule, named, fewerReps, lessGrams);
    }
}
