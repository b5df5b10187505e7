package app.backtrack.program.prescription;

import app.backtrack.events.Actor;
import app.backtrack.events.EventEnvelope;
import app.backtrack.events.PatientId;
import app.backtrack.events.ProgramEvent;
import app.backtrack.events.ProgramEvent.ProgramPlan;
import app.backtrack.events.ProgramStatus;
import app.backtrack.program.plan.Warning;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A program in one of its versions. */
@Schema(name = "Program")
record ProgramAnswer(
        UUID programId,
        @Schema(implementation = UUID.class) PatientId patientId,

        @Schema(description = "Number of this version, from 1; also the ETag.")
        int version,

        ProgramStatus status,

        @Schema(description = "The patient's local date from which this version holds.")
        LocalDate effectiveFrom,

        @Schema(description = "What is to be done; a dose that is null is left open.")
        ProgramPlan plan,

        @Nullable String reason,
        @Schema(description = "When it was decided, UTC.") Instant decidedAt,
        Actor decidedBy,

        @Schema(description = "What the prescriber should know about the plan; only when it was just sent.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        List<Warning> warnings) {

    /**
     * The version that an event made.
     *
     * @param warnings about its plan; null where nobody looked
     */
    static ProgramAnswer of(EventEnvelope<ProgramEvent> event, @Nullable List<Warning> warnings) {
        ProgramEvent decided = event.data();
        return new ProgramAnswer(
                decided.programId(),
                event.subject().patient(),
                decided.version(),
                decided.status(),
                decided.effectiveFrom(),
                decided.plan(),
                decided.reason(),
                event.recordedAt(),
                event.actor(),
                warnings);
    }

    /** One page of a patient's programs, in the order of their ids. */
    @Schema(name = "Programs")
    record Listing(List<ProgramSummary> programs) {}
}
