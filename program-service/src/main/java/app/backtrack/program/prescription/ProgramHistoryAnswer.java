package app.backtrack.program.prescription;

import app.backtrack.events.Actor;
import app.backtrack.events.EventEnvelope;
import app.backtrack.events.ProgramEvent;
import app.backtrack.events.ProgramEvent.ContraindicationOverridden;
import app.backtrack.events.ProgramEvent.ProgramCompleted;
import app.backtrack.events.ProgramEvent.ProgramPaused;
import app.backtrack.events.ProgramEvent.ProgramPrescribed;
import app.backtrack.events.ProgramEvent.ProgramResumed;
import app.backtrack.events.ProgramEvent.ProgramRevised;
import app.backtrack.events.ProgramEvent.ProgramStopped;
import app.backtrack.events.ProgramStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who decided what about a program, when and why, from the first version on. */
@Schema(name = "ProgramHistory")
record ProgramHistoryAnswer(List<Entry> versions) {

    /** The history that a program's events tell. */
    static ProgramHistoryAnswer of(ProgramFile file) {
        return new ProgramHistoryAnswer(file.versions().stream().map(Entry::of).toList());
    }

    /** One decision; its plan is shown at {@code versions/…}. */
    @Schema(name = "ProgramHistoryEntry")
    record Entry(
            int version,

            @Schema(
                    description = "What was decided.",
                    enumeration = {
                        "prescribed",
                        "revised",
                        "paused",
                        "resumed",
                        "completed",
                        "stopped",
                        "contraindication-overridden"
                    })
            String decision,

            ProgramStatus status,

            @Schema(description = "The patient's local date from which it holds.")
            LocalDate effectiveFrom,

            @Nullable String reason,

            @Schema(description = "When it was decided, UTC.")
            Instant decidedAt,

            Actor decidedBy,

            @Schema(description = "The caution that was set aside; null for any other decision.") @Nullable
            SetAside override) {

        /** Tells a decision. */
        static Entry of(EventEnvelope<ProgramEvent> event) {
            ProgramEvent decided = event.data();
            return new Entry(
                    decided.version(),
                    decision(decided),
                    decided.status(),
                    decided.effectiveFrom(),
                    decided.reason(),
                    event.recordedAt(),
                    event.actor(),
                    decided instanceof ContraindicationOverridden overridden ? SetAside.of(overridden) : null);
        }

        private static String decision(ProgramEvent event) {
            return switch (event) {
                case ProgramPrescribed prescribed -> "prescribed";
                case ProgramRevised revised -> "revised";
                case ProgramPaused paused -> "paused";
                case ProgramResumed resumed -> "resumed";
                case ProgramCompleted completed -> "completed";
                case ProgramStopped stopped -> "stopped";
                case ContraindicationOverridden overridden -> "contraindication-overridden";
            };
        }
    }

    /** A caution that was set aside for this patient. */
    @Schema(name = "ProgramHistoryOverride")
    record SetAside(
            @Schema(examples = "our-hip-hinge") String exercise,
            @Schema(examples = "acute-injury") String caution,

            @Schema(description = "Why the exercise is prescribed all the same.")
            String because) {

        private static SetAside of(ContraindicationOverridden event) {
            return new SetAside(event.exercise(), event.caution(), event.because());
        }
    }
}
