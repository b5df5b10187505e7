package app.backtrack.events;

import com.fasterxml.jackson.annotation.JsonValue;

/** Names a way to reach somebody. */
public enum NotificationChannel implements WireName {
    INBOX("inbox"),
    EMAIL("email"),
    WEB_PUSH("web-push"),
    WEBHOOK("webhook");

    private final String wireName;

    NotificationChannel(String wireName) {
        this.wireName = wireName;
    }

    @JsonValue
    @Override
    public String wireName() {
        return wireName;
    }
}
