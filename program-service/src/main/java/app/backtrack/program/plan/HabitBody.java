package app.backtrack.program.plan;

import app.backtrack.events.ProgramEvent.HabitGoal;
import app.backtrack.program.FreeText;
import app.backtrack.program.entry.CatalogEntry;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A habit to take up, as somebody writes it: it begins in its week and stays. */
@Schema(name = "HabitBody")
public record HabitBody(
        @Schema(
                description = "Id of a habit, an ergonomic rule or a weekly check of the catalog.",
                examples = "sitting")
        @NotNull
        @Pattern(regexp = CatalogEntry.ID_REGEXP)
        String habit,

        @Schema(description = "Program week in which it begins.", examples = "3") @Min(1) @Max(52)
        int fromWeek,

        @Schema(description = "For the patient.", examples = "At your desk first")
        @Size(max = 500)
        @Pattern(regexp = FreeText.REGEXP, message = FreeText.MESSAGE)
        @Nullable
        String instructions) {

    HabitGoal goal() {
        return new HabitGoal(habit, fromWeek, instructions);
    }
}
