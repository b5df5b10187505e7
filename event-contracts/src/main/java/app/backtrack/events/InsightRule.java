package app.backtrack.events;

import com.fasterxml.jackson.annotation.JsonValue;

/** Names a rule that raises insights; the rule itself lives in tracking-service. */
public enum InsightRule implements WireName {
    TREND_WORSENING("trend-worsening"),
    TREND_IMPROVING("trend-improving"),
    MILESTONE_30("milestone-30"),
    MILESTONE_50("milestone-50"),
    RED_FLAG("red-flag"),
    PAIN_SPIKE("pain-spike"),
    FLARE("flare"),
    SILENCE("silence"),
    LONG_SILENCE("long-silence"),
    ADHERENCE_LAPSE("adherence-lapse"),
    REVIEW_DUE("review-due"),
    NO_MEANINGFUL_CHANGE("no-meaningful-change"),
    ASYMMETRY_CHANGED("asymmetry-changed");

    private final String wireName;

    InsightRule(String wireName) {
        this.wireName = wireName;
    }

    @JsonValue
    @Override
    public String wireName() {
        return wireName;
    }
}
