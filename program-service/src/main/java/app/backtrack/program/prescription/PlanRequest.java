package app.backtrack.program.prescription;

import app.backtrack.events.ProgramEvent.PlannedExercise;
import app.backtrack.program.FreeText;
import app.backtrack.program.item.PlanItem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of a request to revise a program: the whole new plan. */
@Schema(name = "Revision")
record PlanRequest(
        @Schema(description = "Shown to patient and therapist.", examples = "Lower back, weeks 5 to 12")
        @NotNull
        @Size(max = 120)
        @Pattern(regexp = FreeText.REGEXP, message = FreeText.MESSAGE)
        String name,

        @Schema(description = "Planned length from the start of the program, in weeks.", examples = "12")
        @Min(1)
        @Max(52)
        int weeks,

        @Schema(description = "What is to be done, in order.") @NotNull @Size(min = 1, max = 30)
        List<@NotNull @Valid PlanItem> items,

        @Schema(
                description = "The patient's local date from which it holds; today if not given. May lie a year ahead.",
                examples = "2026-11-23")
        @Nullable
        LocalDate effectiveFrom,

        @Schema(description = "Why, for the history.", examples = "Ready for more")
        @Size(max = 500)
        @Pattern(regexp = FreeText.REGEXP, message = FreeText.MESSAGE)
        @Nullable
        String reason) {

    /** What is to be done, as events say it. */
    List<PlannedExercise> plannedExercises() {
        return items.stream().map(PlanItem::plannedExercise).toList();
    }
}
