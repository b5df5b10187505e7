package app.backtrack.program.item;

import app.backtrack.events.ExerciseSide;
import app.backtrack.events.ProgramEvent.PlannedExercise;
import app.backtrack.program.FreeText;
import app.backtrack.program.entry.CatalogEntry;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One exercise of a plan as somebody writes it; a dose that is left out or null is left open. */
@Schema(name = "PlanItem")
public record PlanItem(
        @Schema(description = "Id of the exercise in the catalog.", examples = "bird-dog")
        @NotNull
        @Pattern(regexp = CatalogEntry.ID_REGEXP)
        String exercise,

        @Schema(description = "Program weeks in which it is due; all if not given. In a template the phase says it.")
        @Dose(max = 52)
        @Nullable
        Span weeks,

        @Schema(description = "1 to 20.") @Dose(max = 20) @Nullable
        Span sets,

        @Schema(description = "Repetitions a set, 1 to 100.") @Dose(max = 100) @Nullable
        Span reps,

        @Schema(description = "Seconds to hold, or to go on, 1 to 3,600; 5 minutes are 300.")
        @Dose(max = 3_600)
        @Nullable
        Span holdSeconds,

        @Schema(description = "Seconds between sets, 0 to 600.", examples = "60") @Min(0) @Max(600) @Nullable
        Integer restSeconds,

        @Schema(description = "Load in grams, 0 to 500,000.", examples = "4000") @Min(0) @Max(500_000) @Nullable
        Integer loadGrams,

        @Schema(description = "How fast.", examples = "slow and controlled")
        @Size(max = 60)
        @Pattern(regexp = FreeText.REGEXP, message = FreeText.MESSAGE)
        @Nullable
        String tempo,

        @Schema(description = "How the sides are worked.") @NotNull @Valid
        ItemSides sides,

        @Schema(description = "When it is due.") @NotNull @Valid
        ItemFrequency frequency,

        @Schema(description = "When the dose is to be reached; not in a template.") @Nullable
        LocalDate targetDate,

        @Schema(description = "For the patient.", examples = "Stop before the back sags")
        @Size(max = 500)
        @Pattern(regexp = FreeText.REGEXP, message = FreeText.MESSAGE)
        @Nullable
        String instructions) {

    /** The item as events say it; it was checked. */
    public PlannedExercise plannedExercise() {
        return new PlannedExercise(
                exercise,
                Span.range(weeks),
                Span.range(sets),
                Span.range(reps),
                Span.range(holdSeconds),
                restSeconds,
                loadGrams,
                tempo,
                sides.sides(),
                frequency.frequency(),
                targetDate,
                instructions);
    }

    /**
     * An item of a template's phase as a plan takes it.
     *
     * @param phase the weeks of the phase
     * @param weaker the patient's weaker side; null where nobody named it
     */
    public PlanItem taken(Span phase, @Nullable ExerciseSide weaker) {
        return new PlanItem(
                exercise,
                phase,
                sets,
                reps,
                holdSeconds,
                restSeconds,
                loadGrams,
                tempo,
                sides.withWeaker(weaker),
                frequency,
                targetDate,
                instructions);
    }

    /** Whether it and another can be due in one week. */
    public boolean meets(PlanItem other) {
        return weeks == null || other.weeks == null || weeks.meets(other.weeks);
    }
}
