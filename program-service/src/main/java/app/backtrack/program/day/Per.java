package app.backtrack.program.day;

import app.backtrack.events.WireName;
import com.fasterxml.jackson.annotation.JsonValue;

/** Says over what a number of times is counted. */
enum Per implements WireName {
    DAY("day"),
    WEEK("week");

    private final String wireName;

    Per(String wireName) {
        this.wireName = wireName;
    }

    @JsonValue
    @Override
    public String wireName() {
        return wireName;
    }
}
