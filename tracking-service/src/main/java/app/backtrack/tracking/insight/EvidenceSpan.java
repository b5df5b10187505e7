package app.backtrack.tracking.insight;

import app.backtrack.events.FactEvent.Report;
import app.backtrack.events.FactKind;
import app.backtrack.events.PainContext;
import app.backtrack.events.PainEvent.PainScoreRecorded;
import app.backtrack.tracking.journal.IsoWeek;
import java.time.LocalDate;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where the facts lie that an insight rests on.
 *
 * @param kind the facts' kind
 * @param context the context of the scores; null for facts other than scores
 * @param from the first patient-local date
 * @param to the last patient-local date
 * @param fact the one fact that it is; null for all of the kind
 */
public record EvidenceSpan(
        FactKind kind,
        @Nullable PainContext context,
        LocalDate from,
        LocalDate to,
        @Nullable UUID fact) {

    /** The ISO weeks that the span touches, to be read with all that they are linked with. */
    public SortedSet<String> weeks() {
        SortedSet<String> weeks = new TreeSet<>();
        from.datesUntil(to.plusDays(1)).map(IsoWeek::of).forEach(weeks::add);
        return weeks;
    }

    boolean contains(Report report) {
        boolean sameContext = !(report instanceof PainScoreRecorded score) || score.context() == context;
        return report.kind() == kind
                && sameContext
                && (fact == null || fact.equals(report.id()))
                && !report.localDate().isBefore(from)
                && !report.localDate().isAfter(to);
    }
}
