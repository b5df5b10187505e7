package app.backtrack.tracking.timeline;

import app.backtrack.events.FactEvent.Report;
import app.backtrack.events.FactKind;
import app.backtrack.events.PainContext;
import app.backtrack.events.PainEvent.PainScoreRecorded;
import app.backtrack.events.WireName;
import app.backtrack.runtime.http.Problem.Flaw;
import app.backtrack.runtime.http.Refusal;
import app.backtrack.tracking.journal.FactHistory;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which events are asked for. */
sealed interface EventsQuery {
    /** The longest span that can be asked for: a year, and the day on which it comes round. */
    int MOST_DAYS = 366;

    /** The most ids that can be asked for at once. */
    int MOST_IDS = 100;

    /** Events by their ids, such as an insight's evidence. */
    record ByIds(Set<String> ids) implements EventsQuery {}

    /**
     * The facts of a kind that any revision dates in a span, such as the days of a trend.
     *
     * @param context of pain scores; null for all, and for other kinds
     */
    record BySpan(FactKind kind, @Nullable PainContext context, LocalDate from, LocalDate through)
            implements EventsQuery {

        boolean matches(FactHistory history) {
            return history.entries().stream()
                    .anyMatch(entry -> entry.fact() instanceof Report report
                            && report.kind() == kind
                            && !report.localDate().isBefore(from)
                            && !report.localDate().isAfter(through)
                            && (context == null
                                    || report instanceof PainScoreRecorded score && score.context() == context));
        }
    }

    /**
     * Reads the query parameters, each null where it is left out.
     *
     * @throws Refusal 422 that names the parameter that is wrong
     */
    static EventsQuery of(
            @Nullable String ids,
            @Nullable String kind,
            @Nullable String context,
            @Nullable String from,
            @Nullable String through) {
        if (ids == null) {
            return bySpan(kind, context, from, through);
        }
        if (kind != null || context != null || from != null || through != null) {
            throw refused("ids", "must stand alone");
        }
        Set<String> named = new TreeSet<>(List.of(ids.split(",", -1)));
        if (named.size() > MOST_IDS || named.contains("")) {
            throw refused("ids", "must be 1 to 100 event ids, joined by commas");
        }
        return new ByIds(named);
    }

    private static BySpan bySpan(
            @Nullable String kind, @Nullable String context, @Nullable String from, @Nullable String through) {
        FactKind asked =
                kind == null ? null : WireName.find(FactKind.class, kind).orElse(null);
        if (asked == null) {
            throw refused("kind", "must be a kind of facts, unless ids are given");
        }
        PainContext scores = null;
        if (context != null) {
            scores = WireName.find(PainContext.class, context)
                    .filter(any -> asked == FactKind.PAIN_SCORE)
                    .orElseThrow(() -> refused("context", "must be a context of pain scores"));
        }
        LocalDate first = date("from", from);
        LocalDate last = date("through", through);
        if (last.isBefore(first) || !last.isBefore(first.plusDays(MOST_DAYS))) {
            throw refused("through", "must not be before from, and at most 365 days after it");
        }
        return new BySpan(asked, scores, first, last);
    }

    private static LocalDate date(String name, @Nullable String text) {
        try {
            if (text != null && Pattern.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}", text)) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeException e) {
            // Refused below, like what has another form.
        }
        throw refused(name, "must be a date such as 2026-11-20");
    }

    private static Refusal refused(String parameter, String detail) {
        return Refusal.invalid(Flaw.ofParameter(parameter, detail));
    }
}
