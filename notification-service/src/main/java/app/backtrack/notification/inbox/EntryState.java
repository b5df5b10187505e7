package app.backtrack.notification.inbox;

import app.backtrack.events.WireName;
import com.fasterxml.jackson.annotation.JsonValue;

/** Says what a clinician did about an entry. */
public enum EntryState implements WireName {
    NEW("new"),
    READ("read"),
    ACKNOWLEDGED("acknowledged");

    private final String wireName;

    EntryState(String wireName) {
        this.wireName = wireName;
    }

    @JsonValue
    @Override
    public String wireName() {
        return wireName;
    }
}
