package app.backtrack.tracking.insight;

import app.backtrack.events.FactEvent.Report;
import app.backtrack.events.FactKind;
import app.backtrack.events.InsightRule;
import app.backtrack.events.PainEvent.RedFlagScreened;
import app.backtrack.events.Severity;
import app.backtrack.tracking.journal.FactHistory;
import app.backtrack.tracking.journal.JournalEntry;
import app.backtrack.tracking.journal.JournalRules;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Says how urgent an insight is, and which facts it rests on. */
public final class InsightRules {

    private InsightRules() {}

    /** How urgently what a rule says wants a clinician. */
    public static Severity severity(InsightRule rule) {
        return switch (rule) {
            case RED_FLAG -> Severity.CRITICAL;
            case TREND_WORSENING, PAIN_SPIKE, FLARE, LONG_SILENCE, ADHERENCE_LAPSE -> Severity.HIGH;
            case NO_MEANINGFUL_CHANGE -> Severity.MEDIUM;
            case SILENCE, ASYMMETRY_CHANGED -> Severity.LOW;
            case TREND_IMPROVING, MILESTONE_30, MILESTONE_50, REVIEW_DUE -> Severity.INFO;
        };
    }

    /**
     * The CloudEvents ids of the facts that an insight rests on, in the order of their dates: of scores those that
     * count, of red-flag screens every revision that said yes.
     *
     * @param entries the journal of the span's weeks and all that are linked with them, and the amendments
     */
    public static List<String> evidence(EvidenceSpan span, Collection<JournalEntry> entries) {
        return JournalRules.resolve(entries).values().stream()
                .flatMap(history -> witnesses(span, history))
                .map(JournalEntry::fact)
                .filter(Report.class::isInstance)
                .map(Report.class::cast)
                .filter(span::contains)
                .sorted(Comparator.comparing(Report::localDate).thenComparing(Report::eventId))
                .map(Report::eventId)
                .distinct()
                .toList();
    }

    private static Stream<JournalEntry> witnesses(EvidenceSpan span, FactHistory history) {
        FactKind kind = span.kind();
        if (kind == null) {
            return history.entries().stream().filter(entry -> entry.recordedAt().equals(span.recordedAt()));
        }
        return switch (kind) {
            case PAIN_SCORE, SESSION, FLARE, QUESTIONNAIRE, HABIT_CHECK_IN, SELF_CHECK, CARE_TIME ->
                Stream.of(history.winner());
            case RED_FLAG_SCREEN -> history.entries().stream().filter(InsightRules::saysYes);
        };
    }

    private static boolean saysYes(JournalEntry entry) {
        return entry.fact() instanceof RedFlagScreened screen
                && !screen.positive().isEmpty();
    }
}
