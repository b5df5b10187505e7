package app.backtrack.program.entry;

import app.backtrack.events.WireName;
import com.fasterxml.jackson.annotation.JsonValue;

/** Says how we suggest to note the side; unlike {@link Side} this is our advice and no source's. */
public enum SideLogging implements WireName {
    /** No side. */
    NONE("none"),
    /** Left and right apart. */
    EACH_SIDE("each-side"),
    /** On which side it was seen. */
    WHICH_SIDE("which-side"),
    /** On which side it was seen, if on one. */
    WHICH_SIDE_IF_ANY("which-side-if-any");

    private final String wireName;

    SideLogging(String wireName) {
        this.wireName = wireName;
    }

    @JsonValue
    @Override
    public String wireName() {
        return wireName;
    }
}
