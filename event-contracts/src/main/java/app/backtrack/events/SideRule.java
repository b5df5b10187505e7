package app.backtrack.events;

import com.fasterxml.jackson.annotation.JsonValue;

/** Says how the sides of an exercise are worked. */
public enum SideRule implements WireName {
    /** Both sides at once, or there are no sides. */
    TWO_SIDED("two-sided"),
    /** The left side only. */
    LEFT("left"),
    /** The right side only. */
    RIGHT("right"),
    /** Left and right separately, with the same dose. */
    EACH("each"),
    /** Left and right separately, the weaker side first, the stronger one with a little less. */
    WEAKER_FIRST("weaker-first");

    private final String wireName;

    SideRule(String wireName) {
        this.wireName = wireName;
    }

    @JsonValue
    @Override
    public String wireName() {
        return wireName;
    }
}
