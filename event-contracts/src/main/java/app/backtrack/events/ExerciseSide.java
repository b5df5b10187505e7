package app.backtrack.events;

import com.fasterxml.jackson.annotation.JsonValue;

/** Names the side that worked in a set. */
public enum ExerciseSide implements WireName {
    LEFT("left"),
    RIGHT("right"),
    BOTH("both");

    private final String wireName;

    ExerciseSide(String wireName) {
        this.wireName = wireName;
    }

    @JsonValue
    @Override
    public String wireName() {
        return wireName;
    }
}
