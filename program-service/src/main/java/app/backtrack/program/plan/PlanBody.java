package app.backtrack.program.plan;

import app.backtrack.events.ProgramEvent.ProgramPlan;
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

/** What a patient is to do, as somebody writes it. */
@Schema(name = "PlanBody")
public record PlanBody(
        @Schema(description = "Shown to patient and therapist.", examples = "Lower back, twelve weeks")
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
        @Size(min = 1, max = MAX_ITEMS)
        List<@NotNull @Valid PlanItem> items,

        @Schema(description = "Habits to take up, one after the other.") @Size(max = MAX_HABITS) @Nullable
        List<@NotNull @Valid HabitBody> habits) {

    /** The most items that a plan holds. */
    public static final int MAX_ITEMS = 60;

    /** The most habits that a plan holds. */
    public static final int MAX_HABITS = 20;

    /** Names for spans of weeks; empty where none were given. */
    List<PhaseBody> namedWeeks() {
        return phases == null ? List.of() : phases;
    }

    /** Habits to take up; empty where none were given. */
    List<HabitBody> goals() {
        return habits == null ? List.of() : habits;
    }

    /**
     * The plan as events say it; the body was checked.
     *
     * @param template the template that it came from
     * @param startsOn the patient's local date of program day 1
     */
    public ProgramPlan plan(String template, LocalDate startsOn) {
        return new ProgramPlan(
                template,
                name,
                startsOn,
                weeks,
                namedWeeks().stream().map(PhaseBody::phase).toList(),
                items.stream().map(PlanItem::plannedExercise).toList(),
                goals().stream().map(HabitBody::goal).toList());
    }
}
