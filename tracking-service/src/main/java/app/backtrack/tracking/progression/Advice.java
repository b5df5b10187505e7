package app.backtrack.tracking.progression;

import app.backtrack.events.ExerciseSide;
import app.backtrack.events.ProgramEvent.Range;
import app.backtrack.events.WireName;
import app.backtrack.tracking.care.Sorted;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A suggestion about one prescribed exercise, for a clinician to take or leave.
 *
 * @param exercise its id in the catalog
 * @param rule which rule says so
 * @param ruleVersion its version, from 1
 * @param suggestion what may be considered
 * @param because why, in a word
 * @param step the change in figures; null where none follows from what is prescribed
 * @param numbers what the rule saw and what it compared with, by name
 * @param evidence CloudEvents ids of the sessions and self-checks that it rests on
 */
public record Advice(
        String exercise,
        AdviceRule rule,
        int ruleVersion,
        Suggestion suggestion,
        AdviceReason because,
        @Nullable DoseStep step,
        SortedMap<String, BigDecimal> numbers,
        List<String> evidence) {

    public Advice {
        numbers = Sorted.copyOf(numbers);
        evidence = List.copyOf(evidence);
    }

    static Advice of(
            String exercise,
            AdviceRule rule,
            Suggestion suggestion,
            AdviceReason because,
            @Nullable DoseStep step,
            SortedMap<String, BigDecimal> numbers,
            List<String> evidence) {
        return new Advice(exercise, rule, rule.version(), suggestion, because, step, numbers, evidence);
    }

    /**
     * A small change of the dose.
     *
     * @param measure what changes
     * @param side which side it is for; null for all that work
     * @param from what is done or prescribed now; null where that is open
     * @param to where it may go; null where no source says how far, so that a clinician does
     */
    public record DoseStep(
            DoseMeasure measure,
            @Nullable ExerciseSide side,
            @Nullable Integer from,
            @Nullable Range to) {}

    /** A part of a dose. */
    public enum DoseMeasure implements WireName {
        SETS("sets"),
        REPS("reps"),
        HOLD("hold-seconds"),
        LOAD("load-grams");

        private final String wireName;

        DoseMeasure(String wireName) {
            this.wireName = wireName;
        }

        @JsonValue
        @Override
        public String wireName() {
            return wireName;
        }
    }

    /** The rules; what they say changes only with their version. */
    public enum AdviceRule implements WireName {
        NEXT_STEP("progression-next-step", 1),
        EASING("progression-easing", 1),
        WEAKER_SIDE("progression-weaker-side", 1);

        private final String wireName;
        private final int version;

        AdviceRule(String wireName, int version) {
            this.wireName = wireName;
            this.version = version;
        }

        @JsonValue
        @Override
        public String wireName() {
            return wireName;
        }

        /** From 1. */
        public int version() {
            return version;
        }
    }

    /** What may be considered. */
    public enum Suggestion implements WireName {
        NEXT_STEP("next-step"),
        EASE("ease"),
        EXTRA_SETS("extra-sets"),
        /** Nothing is suggested. */
        KEEP("keep");

        private final String wireName;

        Suggestion(String wireName) {
            this.wireName = wireName;
        }

        @JsonValue
        @Override
        public String wireName() {
            return wireName;
        }
    }

    /** Why. */
    public enum AdviceReason implements WireName {
        /** The dose was done, effort and pain within limits, in enough sessions in a row. */
        WITHIN_LIMITS("within-limits"),
        /** The same, and the prescribed ranges are used up; a clinician sets what comes next. */
        RANGE_USED_UP("range-used-up"),
        /** Pain during the exercise reached the limit from which easing is suggested. */
        PAIN_HIGH("pain-high"),
        /** The sides likely differ. */
        SIDE_WEAKER("side-weaker"),
        /** Neither repetitions nor a hold are prescribed, so there is no step to take. */
        DOSE_OPEN("dose-open"),
        /** Too few sessions with this dose. */
        TOO_FEW_SESSIONS("too-few-sessions"),
        /** Effort or pain was not said in one of the sessions. */
        NOT_SAID("not-said"),
        /** Pain was above what the next step asks for, and below what easing does. */
        PAIN_NOT_FINE("pain-not-fine"),
        /** Effort was above the limit. */
        EFFORT_HIGH("effort-high"),
        /** The prescribed dose was not done in one of the sessions. */
        DOSE_NOT_DONE("dose-not-done");

        private final String wireName;

        AdviceReason(String wireName) {
            this.wireName = wireName;
        }

        @JsonValue
        @Override
        public String wireName() {
            return wireName;
        }
    }
}
