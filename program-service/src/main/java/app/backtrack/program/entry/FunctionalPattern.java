package app.backtrack.program.entry;

import app.backtrack.events.WireName;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names a movement of daily life that an exercise trains; the weekly checklist counts different ones. */
public enum FunctionalPattern implements WireName {
    CARRY("carry"),
    HINGE("hinge"),
    PUSH_PULL("push-pull");

    private final String wireName;

    FunctionalPattern(String wireName) {
        this.wireName = wireName;
    }

    @JsonValue
    @Override
    public String wireName() {
        return wireName;
    }
}
