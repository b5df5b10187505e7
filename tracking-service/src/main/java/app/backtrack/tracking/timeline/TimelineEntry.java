package app.backtrack.tracking.timeline;

import app.backtrack.events.AccessEvent;
import app.backtrack.events.Actor;
import app.backtrack.events.AlertEvent;
import app.backtrack.events.AlertEvent.NotificationFailed;
import app.backtrack.events.AlertEvent.NotificationSent;
import app.backtrack.events.AmendmentReason;
import app.backtrack.events.BacktrackEvent;
import app.backtrack.events.ErasureEvent;
import app.backtrack.events.EventEnvelope;
import app.backtrack.events.EventJson;
import app.backtrack.events.EventType;
import app.backtrack.events.FactEvent;
import app.backtrack.events.FactEvent.Report;
import app.backtrack.events.InsightEvent;
import app.backtrack.events.PatientEvent;
import app.backtrack.events.PatientEvent.ConsentGiven;
import app.backtrack.events.PatientEvent.ConsentWithdrawn;
import app.backtrack.events.PatientEvent.PatientDischarged;
import app.backtrack.events.PatientEvent.PatientEnrolled;
import app.backtrack.events.PatientEvent.PatientErased;
import app.backtrack.events.PatientEvent.PatientGoalsSet;
import app.backtrack.events.PatientEvent.PatientTimeZoneChanged;
import app.backtrack.events.PatientEvent.TherapistsAssigned;
import app.backtrack.events.ProgramEvent;
import app.backtrack.events.WireName;
import app.backtrack.tracking.journal.FactHistory;
import app.backtrack.tracking.journal.JournalEntry;
import app.backtrack.tracking.reading.PageCursor;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One revision of a fact, or one decision, as the timeline shows it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "TimelineEntry")
public record TimelineEntry(
        @JsonIgnore String key,

        @Schema(description = "The kind of fact, or `patient`, `program` or `alert`", examples = "pain-score")
        String kind,

        @Schema(description = "The event's type", examples = "app.backtrack.pain-score-recorded.v1")
        String type,

        @Schema(description = "The event's id within the patient", examples = "pain-score/0199a000-…/1")
        String eventId,

        @Schema(description = "What it is a revision of: the fact, the program, the patient, or the alert's insight")
        String id,

        @Schema(description = "From 1; left out for alerts, which have none") @Nullable
        Integer revision,

        Change change,

        @Schema(description = "Whether this revision counts in what is computed")
        boolean counts,

        @Schema(description = "Whether there is another content of the same revision")
        boolean conflict,

        @Nullable AmendmentReason reason,

        @Schema(description = "When it happened, by who reports it, UTC") @Nullable
        Instant occurredAt,

        @Schema(description = "The patient's local date that it speaks of, or from which it holds") @Nullable
        LocalDate localDate,

        @Schema(description = "When our server first took it in, UTC")
        Instant recordedAt,

        Actor by,

        @Schema(description = "What it says, whole; its members depend on the type", implementation = Object.class)
        BacktrackEvent content) {

    /** Newest first; entries of one moment in a fixed order. */
    static final Comparator<TimelineEntry> NEWEST_FIRST =
            Comparator.comparing(TimelineEntry::place).reversed();

    /** Where it stands in the list. */
    PageCursor place() {
        return new PageCursor(recordedAt, key);
    }

    /** A revision of a fact. */
    static TimelineEntry of(JournalEntry entry, FactHistory history) {
        FactEvent fact = entry.fact();
        boolean conflict = history.entries().stream()
                .anyMatch(other -> !other.equals(entry) && other.fact().revision() == fact.revision());
        Report report = fact instanceof Report said ? said : null;
        return new TimelineEntry(
                entry.key(),
                fact.kind().wireName(),
                EventType.of(fact).wireName(),
                fact.eventId(),
                fact.id().toString(),
                fact.revision(),
                Change.of(fact),
                entry.equals(history.winner()) && report != null,
                conflict,
                fact.reason(),
                report == null ? null : report.occurredAt(),
                report == null ? null : report.localDate(),
                entry.recordedAt(),
                entry.actor(),
                fact);
    }

    /**
     * A decision.
     *
     * @param counts whether it is the one that counts of its version
     * @param conflict whether there is another content of the same version
     */
    static TimelineEntry of(EventEnvelope<?> decision, boolean counts, boolean conflict) {
        return new TimelineEntry(
                decision.id() + "~" + EventJson.contentHash(decision.data()),
                kind(decision.data()),
                decision.type().wireName(),
                decision.id(),
                subject(decision),
                version(decision.data()),
                Change.of(decision.data()),
                counts,
                conflict,
                null,
                null,
                holdsFrom(decision.data()),
                decision.recordedAt(),
                decision.actor(),
                decision.data());
    }

    private static String kind(BacktrackEvent event) {
        return switch (event) {
            case PatientEvent e -> "patient";
            case ProgramEvent e -> "program";
            case AlertEvent e -> "alert";
            case FactEvent fact -> fact.kind().wireName();
            case InsightEvent e -> "insight";
            case AccessEvent e -> "access";
            case ErasureEvent e -> "erasure";
        };
    }

    private static String subject(EventEnvelope<?> decision) {
        return switch (decision.data()) {
            case PatientEvent e -> decision.subject().patient().toString();
            case ProgramEvent program -> program.programId().toString();
            case AlertEvent alert -> alert.insight();
            case FactEvent fact -> fact.id().toString();
            case InsightEvent insight -> insight.insightId();
            case AccessEvent access -> decision.id();
            case ErasureEvent e -> decision.subject().patient().toString();
        };
    }

    private static @Nullable Integer version(BacktrackEvent event) {
        return switch (event) {
            case PatientEvent patient -> patient.version();
            case ProgramEvent program -> program.version();
            case FactEvent fact -> fact.revision();
            case AlertEvent e -> null;
            case InsightEvent e -> null;
            case AccessEvent e -> null;
            case ErasureEvent e -> null;
        };
    }

    private static @Nullable LocalDate holdsFrom(BacktrackEvent event) {
        return switch (event) {
            case ProgramEvent program -> program.effectiveFrom();
            case PatientEnrolled enrolled -> enrolled.enrolledOn();
            case PatientDischarged discharged -> discharged.dischargedOn();
            case PatientTimeZoneChanged moved -> moved.effectiveFrom();
            case TherapistsAssigned e -> null;
            case PatientGoalsSet e -> null;
            case ConsentGiven e -> null;
            case ConsentWithdrawn e -> null;
            case PatientErased e -> null;
            case ErasureEvent e -> null;
            case AlertEvent e -> null;
            case FactEvent e -> null;
            case InsightEvent e -> null;
            case AccessEvent e -> null;
        };
    }

    /** What a revision did to its fact. */
    public enum Change implements WireName {
        REPORTED("reported"),
        CORRECTED("corrected"),
        RETRACTED("retracted"),
        RESTORED("restored"),
        /** No fact, but what a clinician decided. */
        DECIDED("decided"),
        /** No fact, but whom Backtrack told, or could not tell. */
        TOLD("told");

        private final String wireName;

        Change(String wireName) {
            this.wireName = wireName;
        }

        static Change of(BacktrackEvent decision) {
            return decision instanceof NotificationSent || decision instanceof NotificationFailed ? TOLD : DECIDED;
        }

        static Change of(FactEvent fact) {
            return switch (fact) {
                case FactEvent.Retraction ignored -> RETRACTED;
                case FactEvent.Report report when report.revision() == 1 -> REPORTED;
                case FactEvent other -> other.reason() == AmendmentReason.RESTORED ? RESTORED : CORRECTED;
            };
        }

        @JsonValue
        @Override
        public String wireName() {
            return wireName;
        }
    }
}
