package app.backtrack.tracking.insight;

import app.backtrack.events.FactEvent.Report;
import app.backtrack.events.FactKind;
import app.backtrack.events.PainContext;
import app.backtrack.events.PainEvent.PainScoreRecorded;
import app.backtrack.tracking.journal.IsoWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where the facts lie that an insight rests on.
 *
 * @param kind the facts' kind; null for whatever was recorded at {@code recordedAt}
 * @param context the context of the scores; null for facts other than scores
 * @param from the first patient-local date
 * @param to the last patient-local date
 * @param fact the one fact that it is; null for all of the kind
 * @param recordedAt when the facts were recorded, UTC; null for any time
 * @param events the CloudEvents ids of the facts; null for whatever else fits
 */
public record EvidenceSpan(
        @Nullable FactKind kind,
        @Nullable PainContext context,
        LocalDate from,
        LocalDate to,
        @Nullable UUID fact,
        @Nullable Instant recordedAt,
        @Nullable Set<String> events) {

    /** Keeps a copy. */
    public EvidenceSpan {
        events = events == null ? null : Set.copyOf(events);
    }

    /** Scores of one context from a date to another. */
    public static EvidenceSpan scores(PainContext context, LocalDate from, LocalDate to) {
        return new EvidenceSpan(FactKind.PAIN_SCORE, context, from, to, null, null, null);
    }

    /** One fact, on the dates that its revisions have. */
    public static EvidenceSpan fact(FactKind kind, UUID fact, LocalDate from, LocalDate to) {
        return new EvidenceSpan(kind, null, from, to, fact, null, null);
    }

    /** Exactly these facts of a kind, from a date to another. */
    public static EvidenceSpan events(FactKind kind, Collection<String> events, LocalDate from, LocalDate to) {
        return new EvidenceSpan(kind, null, from, to, null, null, Set.copyOf(events));
    }

    /** Whatever was recorded at an instant about dates of one ISO week. */
    public static EvidenceSpan recordedAt(Instant recordedAt, String isoWeek) {
        LocalDate monday = LocalDate.parse(isoWeek + "-1", DateTimeFormatter.ISO_WEEK_DATE);
        return new EvidenceSpan(null, null, monday, monday.plusDays(6), null, recordedAt, null);
    }

    /** The ISO weeks that the span touches, to be read with all that they are linked with. */
    public SortedSet<String> weeks() {
        SortedSet<String> weeks = new TreeSet<>();
        from.datesUntil(to.plusDays(1)).map(IsoWeek::of).forEach(weeks::add);
        return weeks;
    }

    boolean contains(Report report) {
        boolean sameContext =
                kind == null || !(report instanceof PainScoreRecorded score) || score.context() == context;
        return (kind == null || report.kind() == kind)
                && sameContext
                && (fact == null || fact.equals(report.id()))
                && (events == null || events.contains(report.eventId()))
                && !report.localDate().isBefore(from)
                && !report.localDate().isAfter(to);
    }
}
