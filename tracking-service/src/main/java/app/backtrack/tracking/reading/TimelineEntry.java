package app.backtrack.tracking.reading;

import app.backtrack.events.Actor;
import app.backtrack.events.AmendmentReason;
import app.backtrack.events.FactEvent;
import app.backtrack.events.FactKind;
import app.backtrack.events.WireName;
import app.backtrack.tracking.journal.FactHistory;
import app.backtrack.tracking.journal.JournalEntry;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One revision of a fact, as the timeline shows it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "TimelineEntry")
public record TimelineEntry(
        @JsonIgnore String key,
        FactKind kind,
        UUID id,
        int revision,
        Change change,

        @Schema(description = "Whether this revision counts in the progress")
        boolean counts,

        @Schema(description = "Whether there is another content of the same revision")
        boolean conflict,

        @Nullable AmendmentReason reason,

        @Schema(description = "When our server first took it in, UTC")
        Instant recordedAt,

        Actor by,

        @Schema(description = "What it says, whole; its members depend on the kind", implementation = Object.class)
        FactEvent content) {

    /** Newest first; entries of one moment in a fixed order. */
    static final Comparator<TimelineEntry> NEWEST_FIRST = Comparator.comparing(TimelineEntry::recordedAt)
            .thenComparing(TimelineEntry::key)
            .reversed();

    static TimelineEntry of(JournalEntry entry, FactHistory history) {
        FactEvent fact = entry.fact();
        boolean conflict = history.entries().stream()
                .anyMatch(other -> !other.equals(entry) && other.fact().revision() == fact.revision());
        return new TimelineEntry(
                entry.key(),
                fact.kind(),
                fact.id(),
                fact.revision(),
                Change.of(fact),
                entry.equals(history.winner()) && fact instanceof FactEvent.Report,
                conflict,
                fact.reason(),
                entry.recordedAt(),
                entry.actor(),
                fact);
    }

    /** What a revision did to its fact. */
    public enum Change implements WireName {
        REPORTED("reported"),
        CORRECTED("corrected"),
        RETRACTED("retracted"),
        RESTORED("restored");

        private final String wireName;

        Change(String wireName) {
            this.wireName = wireName;
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
