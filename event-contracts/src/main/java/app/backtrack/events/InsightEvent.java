package app.backtrack.events;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the rules made of a patient's facts; topic {@code insight-events}. */
public sealed interface InsightEvent extends BacktrackEvent {

    /** The rule that judged. */
    InsightRule rule();

    /** The version of the rule, from 1. */
    int ruleVersion();

    /** The patient's local date on which it first held. */
    LocalDate since();

    /** Identifies the insight within its patient: rule, version and date. */
    default String insightId() {
        return rule().wireName() + "/" + ruleVersion() + "/" + since();
    }

    /**
     * A rule holds.
     *
     * @param rule which
     * @param ruleVersion from 1
     * @param since local date on which it first held
     * @param severity how urgently it wants a clinician
     * @param numbers what the rule saw, by name (points, percent, days)
     * @param evidence CloudEvents ids of the facts that it rests on
     */
    record InsightRaised(
            InsightRule rule,
            int ruleVersion,
            LocalDate since,
            Severity severity,
            SortedMap<String, BigDecimal> numbers,
            List<String> evidence)
            implements InsightEvent {

        /** Keeps copies. */
        public InsightRaised {
            numbers = Collections.unmodifiableSortedMap(new TreeMap<>(numbers));
            evidence = List.copyOf(evidence);
        }
    }

    /**
     * A rule that held does no longer, because facts were added, corrected or retracted.
     *
     * @param rule which
     * @param ruleVersion from 1
     * @param since local date on which it had first held
     */
    record InsightWithdrawn(InsightRule rule, int ruleVersion, LocalDate since) implements InsightEvent {}
}
