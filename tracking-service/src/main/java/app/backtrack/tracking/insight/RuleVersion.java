package app.backtrack.tracking.insight;

import app.backtrack.events.InsightRule;
import java.time.LocalDate;

/**
 * Which version of a rule judges.
 *
 * @param version from 1; a change in what a rule says is a new version
 * @param cutOver what held before this patient-local date belongs to the version before, and raises no alert anew
 */
public record RuleVersion(int version, LocalDate cutOver) {

    /** First versions have none before them; any date before the first use will do. */
    private static final RuleVersion FIRST = new RuleVersion(1, LocalDate.of(2026, 1, 1));

    /** The version in force. */
    public static RuleVersion of(InsightRule rule) {
        return switch (rule) {
            case TREND_WORSENING,
                    TREND_IMPROVING,
                    MILESTONE_30,
                    MILESTONE_50,
                    RED_FLAG,
                    PAIN_SPIKE,
                    FLARE,
                    SILENCE,
                    LONG_SILENCE,
                    ADHERENCE_LAPSE,
                    REVIEW_DUE,
                    NO_MEANINGFUL_CHANGE,
                    ASYMMETRY_CHANGED -> FIRST;
        };
    }
}
