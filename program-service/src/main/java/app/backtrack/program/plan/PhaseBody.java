package app.backtrack.program.plan;

import app.backtrack.events.ProgramEvent.PlanPhase;
import app.backtrack.events.ProgramEvent.Range;
import app.backtrack.program.FreeText;
import app.backtrack.program.item.Dose;
import app.backtrack.program.item.Span;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A name for some weeks of a plan, as somebody writes it. */
@Schema(name = "PlanPhaseBody")
public record PhaseBody(
        @Schema(examples = "Steady the trunk")
        @NotNull
        @Size(max = 120)
        @Pattern(regexp = FreeText.REGEXP, message = FreeText.MESSAGE)
        String name,

        @Schema(description = "First and last program week, both included.") @NotNull @Dose(max = 52)
        Span weeks) {

    PlanPhase phase() {
        return new PlanPhase(name, new Range(weeks.min(), weeks.max()));
    }
}
