package app.backtrack.events;

import com.fasterxml.jackson.annotation.JsonValue;

/** Says why something that was due was not done; a closed list, so that it can be counted. */
public enum SkipReason implements WireName {
    PAIN("pain"),
    TIRED("tired"),
    NO_TIME("no-time"),
    ILL("ill"),
    NO_EQUIPMENT("no-equipment"),
    NOT_UNDERSTOOD("not-understood"),
    ADVISED_NOT_TO("advised-not-to"),
    OTHER("other");

    private final String wireName;

    SkipReason(String wireName) {
        this.wireName = wireName;
    }

    @JsonValue
    @Override
    public String wireName() {
        return wireName;
    }
}
