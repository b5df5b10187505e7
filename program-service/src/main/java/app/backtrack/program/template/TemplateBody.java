package app.backtrack.program.template;

import app.backtrack.program.FreeText;
import app.backtrack.program.entry.CatalogEntry;
import app.backtrack.program.item.PlanItem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A template as somebody writes it: the body of a request, and the form of our own. */
@Schema(name = "TemplateBody")
record TemplateBody(
        @Schema(description = "Shown to patient and therapist.", examples = "Our lower back starter")
        @NotNull
        @Size(max = 120)
        @Pattern(regexp = FreeText.REGEXP, message = FreeText.MESSAGE)
        String name,

        @Schema(description = "What it is for.", examples = "For office workers")
        @NotNull
        @Size(max = 1000)
        @Pattern(regexp = FreeText.REGEXP, message = FreeText.MESSAGE)
        String description,

        @Schema(description = "Planned length in weeks.", examples = "12") @Min(1) @Max(52)
        int weeks,

        @Schema(description = "One after the other, from week 1 to the last; a program takes them all.")
        @NotNull
        @Size(min = 1, max = 12)
        List<@NotNull @Valid Weeks> phases) {

    /** The template that the body describes. */
    Template template(String id) {
        return new Template(
                id, name, description, weeks, phases.stream().map(Weeks::phase).toList());
    }

    /** Some weeks of it. */
    @Schema(name = "TemplatePhaseBody")
    record Weeks(
            @Schema(description = "What these weeks are about.", examples = "First weeks")
            @NotNull
            @Size(max = 120)
            @Pattern(regexp = FreeText.REGEXP, message = FreeText.MESSAGE)
            String name,

            @Schema(examples = "1") @Min(1) @Max(52) int fromWeek,

            @Schema(examples = "4") @Min(1) @Max(52) int toWeek,

            @Schema(description = "What is to be done, in order.") @NotNull @Size(min = 1, max = 30)
            List<@NotNull @Valid PlanItem> items,

            @Schema(
                    description = "For the therapist: what the items cannot say.",
                    examples = "[\"Begin with the weaker side\"]")
            @Size(max = 10)
            @Nullable
            List<@NotNull @Size(max = 300) @Pattern(regexp = FreeText.REGEXP, message = FreeText.MESSAGE) String>
                    instructions,

            @Schema(
                    description = "Ids of habits, ergonomic rules and weekly checks to take up, in this order.",
                    examples = "[\"sitting\"]")
            @Size(max = 20)
            @Nullable
            List<@NotNull @Pattern(regexp = CatalogEntry.ID_REGEXP) String> habits) {

        private Phase phase() {
            return new Phase(
                    name,
                    fromWeek,
                    toWeek,
                    items,
                    instructions == null ? List.of() : instructions,
                    habits == null ? List.of() : habits);
        }
    }
}
