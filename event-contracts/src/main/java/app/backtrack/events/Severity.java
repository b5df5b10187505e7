package app.backtrack.events;

import com.fasterxml.jackson.annotation.JsonValue;

/** Says how urgently an insight wants a clinician. */
public enum Severity implements WireName {
    INFO("info"),
    LOW("low"),
    MEDIUM("medium"),
    HIGH("high"),
    CRITICAL("critical");

    private final String wireName;

    Severity(String wireName) {
        this.wireName = wireName;
    }

    @JsonValue
    @Override
    public String wireName() {
        return wireName;
    }
}
