package app.backtrack.events;

import com.fasterxml.jackson.annotation.JsonValue;

/** Says where a program is in its life. */
public enum ProgramStatus implements WireName {
    ACTIVE("active"),
    PAUSED("paused"),
    COMPLETED("completed"),
    STOPPED("stopped");

    private final String wireName;

    ProgramStatus(String wireName) {
        this.wireName = wireName;
    }

    @JsonValue
    @Override
    public String wireName() {
        return wireName;
    }
}
