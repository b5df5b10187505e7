package app.backtrack.tracking.trend;

import com.fasterxml.jackson.annotation.JsonValue;

/** What a pain score speaks of: a moment, a day looked back on, or a session. */
public enum PainContext {
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

    /** The name in JSON and URLs. */
    @JsonValue
    public String wireName() {
        return wireName;
    }
}
