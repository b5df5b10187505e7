package app.backtrack.tracking.rule;

import app.backtrack.events.InsightRule;
import app.backtrack.tracking.insight.EvidenceSpan;
import app.backtrack.tracking.insight.InsightRules;
import app.backtrack.tracking.insight.Settings;
import app.backtrack.tracking.insight.Standing;
import app.backtrack.tracking.journal.JournalEntry;
import app.backtrack.tracking.progress.ProgressView;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;

/** Judges views, short to write. */
final class At {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private At() {}

    /** All that stands at the end of a date in Berlin. */
    static List<Standing> on(ProgressView view, LocalDate date) {
        return StandingRules.standing(view, Settings.ByDate.SHIPPED, date, endOf(date));
    }

    /** What stands of one rule at the end of a date in Berlin. */
    static List<Standing> on(InsightRule rule, ProgressView view, LocalDate date) {
        return on(view, date).stream().filter(one -> one.rule() == rule).toList();
    }

    /** What stands of one rule at an instant. */
    static List<Standing> at(InsightRule rule, ProgressView view, String now) {
        Instant instant = Instant.parse(now);
        return StandingRules.standing(
                        view, Settings.ByDate.SHIPPED, view.care().patient().today(instant), instant)
                .stream()
                .filter(one -> one.rule() == rule)
                .toList();
    }

    /** The ids of the facts that an insight rests on. */
    static List<String> evidence(Standing standing, List<JournalEntry> entries) {
        return InsightRules.evidence(span(standing), entries);
    }

    /** Where its evidence lies. */
    static EvidenceSpan span(Standing standing) {
        return Objects.requireNonNull(standing.span());
    }

    private static Instant endOf(LocalDate date) {
        return date.plusDays(1).atStartOfDay(BERLIN).toInstant().minusMillis(1);
    }
}
