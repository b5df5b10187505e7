package app.backtrack.events.schedule;

import app.backtrack.events.WireName;
import com.fasterxml.jackson.annotation.JsonValue;

/** Says what sort of thing is due; an exercise and a habit may have the same id. */
public enum DueKind implements WireName {
    EXERCISE("exercise"),
    HABIT("habit");

    private final String wireName;

    DueKind(String wireName) {
        this.wireName = wireName;
    }

    @JsonValue
    @Override
    public String wireName() {
        return wireName;
    }
}
