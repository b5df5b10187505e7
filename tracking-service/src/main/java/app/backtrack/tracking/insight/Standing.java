package app.backtrack.tracking.insight;

import app.backtrack.events.InsightEvent.InsightRaised;
import app.backtrack.events.InsightRule;
import app.backtrack.events.Severity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An insight that holds. All of it follows from the facts up to {@code since}, so the same insight found on a later day
 * has the same content.
 *
 * @param rule which rule
 * @param ruleVersion from 1
 * @param since the first patient-local date on which it held
 * @param about what within the patient it is about, where a rule can hold for several at once: a screen, an exercise
 * @param severity how urgently it wants a clinician
 * @param before what was the state before, in a word; null where none is known
 * @param numbers what the rule saw on that date, by name; points and percent with two decimals, counts whole
 * @param span where its evidence lies, see {@link InsightRules#evidence}; null where it rests on no fact
 */
public record Standing(
        InsightRule rule,
        int ruleVersion,
        LocalDate since,
        @Nullable String about,
        Severity severity,
        @Nullable String before,
        SortedMap<String, BigDecimal> numbers,
        @Nullable EvidenceSpan span) {

    /** Keeps a copy of the numbers. */
    public Standing {
        numbers = Collections.unmodifiableSortedMap(new TreeMap<>(numbers));
    }

    /** Under the rule's version in force, with its severity. */
    public static Standing of(
            InsightRule rule,
            LocalDate since,
            @Nullable String about,
            @Nullable String before,
            SortedMap<String, BigDecimal> numbers,
            @Nullable EvidenceSpan span) {
        return new Standing(
                rule, RuleVersion.of(rule).version(), since, about, InsightRules.severity(rule), before, numbers, span);
    }

    /** Identifies the insight within its patient: rule, version, date and, where there is one, what it is about. */
    public String insightId() {
        return raised(List.of()).insightId();
    }

    /** The event that tells of it. */
    public InsightRaised raised(List<String> evidence) {
        return new InsightRaised(rule, ruleVersion, since, about, severity, before, numbers, evidence);
    }
}
