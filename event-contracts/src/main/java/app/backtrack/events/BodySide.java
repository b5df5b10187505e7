package app.backtrack.events;

import com.fasterxml.jackson.annotation.JsonValue;

/** Names the side that hurts. */
public enum BodySide implements WireName {
    LEFT("left"),
    RIGHT("right"),
    BOTH("both"),
    CENTRAL("central");

    private final String wireName;

    BodySide(String wireName) {
        this.wireName = wireName;
    }

    @JsonValue
    @Override
    public String wireName() {
        return wireName;
    }
}
