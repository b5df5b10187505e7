package app.backtrack.events;

import com.fasterxml.jackson.annotation.JsonValue;

/** Says what somebody agreed to. */
public enum ConsentPurpose implements WireName {
    /** That what they report is kept and evaluated; while withdrawn, nothing new is taken in. */
    TRACKING("tracking");

    private final String wireName;

    ConsentPurpose(String wireName) {
        this.wireName = wireName;
    }

    @JsonValue
    @Override
    public String wireName() {
        return wireName;
    }
}
