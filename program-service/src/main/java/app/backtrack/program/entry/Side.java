package app.backtrack.program.entry;

import app.backtrack.events.WireName;
import com.fasterxml.jackson.annotation.JsonValue;

/** Says whether a source, or the ordinary form of an exercise, makes it one-sided. */
public enum Side implements WireName {
    /** Both sides at once; there is no left or right of it. */
    TWO_SIDED("two-sided"),
    /** Left and right apart. */
    ONE_SIDED("one-sided"),
    /** Neither settles it; either way is accepted. */
    NOT_STATED("not-stated"),
    /** Nothing that has sides. */
    NOT_APPLICABLE("not-applicable");

    private final String wireName;

    Side(String wireName) {
        this.wireName = wireName;
    }

    @JsonValue
    @Override
    public String wireName() {
        return wireName;
    }
}
