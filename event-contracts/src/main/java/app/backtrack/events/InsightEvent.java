package app.backtrack.events;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the rules made of a patient's facts; topic {@code insight-events}. */
public sealed interface InsightEvent extends BacktrackEvent {

    /** The rule that judged. */
    InsightRule rule();

    /** The version of the rule, from 1. */
    int ruleVersion();

    /** The patient's local date on which it first held. */
    LocalDate since();

    /**
     * What within the patient it is about, where a rule can hold for several at once: a screen's or a flare's id, an
     * exercise, a program week; null where there is only one.
     */
    @Nullable
    String about();

    /** Identifies the insight within its patient: rule, version, date and, where there is one, what it is about. */
    default String insightId() {
        String id = rule().wireName() + "/" + ruleVersion() + "/" + since();
        return about() == null ? id : id + "/" + about();
    }

    /**
     * A rule holds.
     *
     * @param rule which
     * @param ruleVersion from 1
     * @param since local date on which it first held
     * @param about what within the patient it is about, if there can be several
     * @param severity how urgently it wants a clinician
     * @param before what was the state before, in a word, such as the verdict of the day before; null where none is
     *     known
     * @param numbers what the rule saw, by name (points, percent, days)
     * @param evidence CloudEvents ids of the facts that it rests on
     */
    record InsightRaised(
            InsightRule rule,
            int ruleVersion,
            LocalDate since,
            @Nullable String about,
            Severity severity,
            @Nullable String before,
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
     * @param about what within the patient it was about, if there can be several
     */
    record InsightWithdrawn(
            InsightRule rule,
            int ruleVersion,
            LocalDate since,
            @Nullable String about) implements InsightEvent {}
}
