package app.backtrack.events;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Says what a pain score is about; scores of different contexts are never mixed in one series (recall inflates pain:
 * PMC2617790).
 */
public enum PainContext implements WireName {
    NOW("now"),
    AVERAGE_24H("average-24h"),
    WORST_24H("worst-24h"),
    BEFORE_SESSION("before-session"),
    DURING_EXERCISE("during-exercise"),
    AFTER_SESSION("after-session");

    private final String wireName;

    PainContext(String wireName) {
        this.wireName = wireName;
    }

    @JsonValue
    @Override
    public String wireName() {
        return wireName;
    }
}
