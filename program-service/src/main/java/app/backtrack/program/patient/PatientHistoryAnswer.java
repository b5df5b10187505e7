package app.backtrack.program.patient;

import app.backtrack.events.Actor;
import app.backtrack.events.EventEnvelope;
import app.backtrack.events.PatientEvent;
import app.backtrack.events.PatientEvent.ConsentGiven;
import app.backtrack.events.PatientEvent.ConsentWithdrawn;
import app.backtrack.events.PatientEvent.Goal;
import app.backtrack.events.PatientEvent.PatientDischarged;
import app.backtrack.events.PatientEvent.PatientEnrolled;
import app.backtrack.events.PatientEvent.PatientErased;
import app.backtrack.events.PatientEvent.PatientGoalsSet;
import app.backtrack.events.PatientEvent.PatientTimeZoneChanged;
import app.backtrack.events.PatientEvent.TherapistsAssigned;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Who decided what about a patient's care, when and why, from the enrolment on. Who the patient is, is no part of it.
 */
@Schema(name = "PatientHistory")
record PatientHistoryAnswer(List<Entry> versions) {

    /** The history that a patient's events tell. */
    static PatientHistoryAnswer of(PatientFile file) {
        return new PatientHistoryAnswer(file.versions().stream().map(Entry::of).toList());
    }

    /** One decision, with what it set. */
    @Schema(name = "PatientHistoryEntry")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Entry(
            int version,

            @Schema(
                    description = "What was decided.",
                    enumeration = {
                        "enrolled",
                        "discharged",
                        "time-zone-changed",
                        "therapists-assigned",
                        "goals-set",
                        "consent-given",
                        "consent-withdrawn"
                    })
            String decision,

            @Schema(description = "The patient's local date of it, where it has one.") @Nullable
            LocalDate on,

            @Nullable String zone,
            @Nullable List<String> therapists,
            @Nullable List<Goal> goals,
            @Nullable List<Goal> activities,
            @Nullable String reason,

            @Schema(description = "When it was decided, UTC.")
            Instant decidedAt,

            Actor decidedBy) {

        private static Entry of(EventEnvelope<PatientEvent> event) {
            return switch (event.data()) {
                case PatientEnrolled enrolled ->
                    entry(event, "enrolled", enrolled.enrolledOn(), enrolled.zone(), enrolled.therapists(), null);
                case PatientDischarged discharged ->
                    entry(event, "discharged", discharged.dischargedOn(), null, null, discharged.reason());
                case PatientTimeZoneChanged changed ->
                    entry(event, "time-zone-changed", changed.effectiveFrom(), changed.zone(), null, null);
                case TherapistsAssigned assigned ->
                    entry(event, "therapists-assigned", null, null, assigned.therapists(), null);
                case PatientGoalsSet set ->
                    new Entry(
                            set.version(),
                            "goals-set",
                            null,
                            null,
                            null,
                            set.goals(),
                            set.activities(),
                            null,
                            event.recordedAt(),
                            event.actor());
                case ConsentGiven given -> entry(event, "consent-given", null, null, null, given.wording());
                case ConsentWithdrawn withdrawn -> entry(event, "consent-withdrawn", null, null, null, null);
                case PatientErased erased ->
                    throw new IllegalStateException("an erased patient has no history that is shown");
            };
        }

        private static Entry entry(
                EventEnvelope<PatientEvent> event,
                String decision,
                @Nullable LocalDate on,
                @Nullable String zone,
                @Nullable List<String> therapists,
                @Nullable String reason) {
            int version = event.data().version();
            return new Entry(
                    version, decision, on, zone, therapists, null, null, reason, event.recordedAt(), event.actor());
        }
    }
}
