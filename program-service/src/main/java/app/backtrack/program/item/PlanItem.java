package app.backtrack.program.item;

import app.backtrack.events.ProgramEvent.Frequency;
import app.backtrack.events.ProgramEvent.PlannedExercise;
import app.backtrack.events.ProgramEvent.Range;
import app.backtrack.events.ProgramEvent.Sides;
import app.backtrack.events.SideRule;
import app.backtrack.program.entry.CatalogEntry;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One exercise of a plan as somebody writes it; a dose that is left out or null is left open. */
@Schema(name = "PlanItem")
public record PlanItem(
        @Schema(description = "Id of the exercise in the catalog.", examples = "bird-dog")
        @NotNull
        @Pattern(regexp = CatalogEntry.ID_REGEXP)
        String exercise,

        @Schema(description = "1 to 20.") @Dose(max = 20) @Nullable
        Range sets,

        @Schema(description = "Repetitions a set, 1 to 100.") @Dose(max = 100) @Nullable
        Range reps,

        @Schema(description = "Seconds to hold, or to go on, 1 to 600.") @Dose(max = 600) @Nullable
        Range holdSeconds,

        @Schema(description = "Whether left and right are done separately.") @NotNull
        Boolean eachSide,

        @Schema(description = "1 to 7.", examples = "3") @Min(1) @Max(7)
        int timesPerWeek) {

    /** The item as events say it. */
    public PlannedExercise plannedExercise() {
        return new PlannedExercise(
                exercise,
                null,
                sets,
                reps,
                holdSeconds,
                null,
                null,
                null,
                Sides.of(eachSide ? SideRule.EACH : SideRule.TWO_SIDED),
                Frequency.timesPerWeek(timesPerWeek),
                null,
                null);
    }
}
