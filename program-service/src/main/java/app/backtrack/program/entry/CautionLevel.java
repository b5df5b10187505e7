package app.backtrack.program.entry;

import app.backtrack.events.WireName;
import com.fasterxml.jackson.annotation.JsonValue;

/** Says what a caution does to a plan that brings its exercise. */
public enum CautionLevel implements WireName {
    /** The prescriber is told. */
    WARN("warn"),
    /** The plan is refused until a clinician overrides the caution and says why. */
    BLOCK("block");

    private final String wireName;

    CautionLevel(String wireName) {
        this.wireName = wireName;
    }

    @JsonValue
    @Override
    public String wireName() {
        return wireName;
    }
}
