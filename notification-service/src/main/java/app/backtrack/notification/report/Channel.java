package app.backtrack.notification.report;

import app.backtrack.events.WireName;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names a way to reach somebody. */
enum Channel implements WireName {
    MAIL("mail"),
    WEBHOOK("webhook");

    private final String wireName;

    Channel(String wireName) {
        this.wireName = wireName;
    }

    @JsonValue
    @Override
    public String wireName() {
        return wireName;
    }
}
