package app.backtrack.events;

import com.fasterxml.jackson.annotation.JsonValue;

/** Says what came of somebody's asking for a patient's data. */
public enum AccessOutcome implements WireName {
    /** It was shown, or was about to be: the log has it before the answer goes out. */
    SHOWN("shown"),
    /** It was not shown: whoever asked may not see this patient's data. */
    REFUSED("refused");

    private final String wireName;

    AccessOutcome(String wireName) {
        this.wireName = wireName;
    }

    @JsonValue
    @Override
    public String wireName() {
        return wireName;
    }
}
