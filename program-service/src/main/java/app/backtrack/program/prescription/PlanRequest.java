package app.backtrack.program.prescription;

import app.backtrack.program.FreeText;
import app.backtrack.program.item.PlanItem;
import app.backtrack.program.plan.HabitBody;
import app.backtrack.program.plan.PhaseBody;
import app.backtrack.program.plan.PlanBody;
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

        @Schema(description = "Names for spans of weeks, ascending.") @Size(max = 20) @Nullable
        List<@NotNull @Valid PhaseBody> phases,

        @Schema(description = "What is to be done, in order. One exercise stands twice only in weeks apart.")
        @NotNull
        @Size(min = 1, max = PlanBody.MAX_ITEMS)
        List<@NotNull @Valid PlanItem> items,

        @Schema(description = "Habits to take up, one after the other.") @Size(max = PlanBody.MAX_HABITS) @Nullable
        List<@NotNull @Valid HabitBody> habits,

        @Schema(description = "Blocking cautions to set aside, each with its reason.") @Size(max = 20) @Nullable
        List<@NotNull @Valid OverrideRequest> overrides,

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

    PlanBody plan() {
        return new PlanBody(name, weeks, phases, items, habits);
    }

    List<CautionOverride> cautionOverrides() {
        return overrides == null
                ? List.of()
                : overrides.stream().map(OverrideRequest::override).toList();
    }
}
