package app.backtrack.notification.delivery;

import app.backtrack.events.WireName;
import com.fasterxml.jackson.annotation.JsonValue;

/** Says how far a mail has come. */
public enum DeliveryState implements WireName {
    /** To be sent, for the first time or again. */
    WAITING("waiting"),
    /** Somebody is sending it, or died doing so; to be tried once more when the lease has run out. */
    CLAIMED("claimed"),
    /** The mail server took it over. */
    SENT("sent"),
    /** The mail server refused it for good, or twice nobody can say whether it took it. */
    FAILED("failed"),
    /** The mail server could not take it for so long that it is no news any more. */
    EXPIRED("expired"),
    /** Not needed any more: the insight was withdrawn, or the address was erased. */
    DROPPED("dropped");

    private final String wireName;

    DeliveryState(String wireName) {
        this.wireName = wireName;
    }

    @JsonValue
    @Override
    public String wireName() {
        return wireName;
    }
}
