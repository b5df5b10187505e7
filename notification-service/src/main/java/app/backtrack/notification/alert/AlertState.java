package app.backtrack.notification.alert;

import app.backtrack.events.WireName;
import com.fasterxml.jackson.annotation.JsonValue;

/** Says how far clinicians have come with an alert. */
public enum AlertState implements WireName {
    OPEN("open"),
    ACKNOWLEDGED("acknowledged"),
    SNOOZED("snoozed"),
    CLOSED("closed");

    private final String wireName;

    AlertState(String wireName) {
        this.wireName = wireName;
    }

    @JsonValue
    @Override
    public String wireName() {
        return wireName;
    }
}
