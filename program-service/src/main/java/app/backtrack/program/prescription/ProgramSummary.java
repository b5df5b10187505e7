package app.backtrack.program.prescription;

import app.backtrack.events.EventEnvelope;
import app.backtrack.events.ProgramEvent;
import app.backtrack.events.ProgramEvent.ProgramPlan;
import app.backtrack.events.ProgramStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A program as a list shows it. */
@Schema(name = "ProgramSummary")
record ProgramSummary(
        UUID programId,

        @Schema(description = "Number of the current version, from 1.")
        int version,

        ProgramStatus status,

        @Schema(description = "The template that it came from.")
        String template,

        String name,

        @Schema(description = "The patient's local date of program day 1.")
        LocalDate startsOn,

        @Schema(description = "Planned length in weeks.") int weeks,

        @Schema(description = "When the current version was decided, UTC.")
        Instant changedAt) {

    /** The summary after an event. */
    static ProgramSummary of(EventEnvelope<ProgramEvent> event) {
        ProgramEvent decided = event.data();
        ProgramPlan plan = decided.plan();
        return new ProgramSummary(
                decided.programId(),
                decided.version(),
                decided.status(),
                plan.template(),
                plan.name(),
                plan.startsOn(),
                plan.weeks(),
                event.recordedAt());
    }
}
