package app.backtrack.tracking.access;

import app.backtrack.events.WireName;
import com.fasterxml.jackson.annotation.JsonValue;

/** Says what came of an access. */
enum AccessResult implements WireName {
    /** Data was shown. */
    SHOWN("shown"),
    /** Somebody asked who may not see it. */
    REFUSED("refused"),
    /** Something was recorded about the patient. */
    WRITTEN("written");

    private final String wireName;

    AccessResult(String wireName) {
        this.wireName = wireName;
    }

    @JsonValue
    @Override
    public String wireName() {
        return wireName;
    }
}
