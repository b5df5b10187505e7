package app.backtrack.tracking.trend;

import app.backtrack.events.WireName;
import com.fasterxml.jackson.annotation.JsonValue;

/** What may be said of a trend. Lack of data is never {@link #STABLE}. */
public enum Verdict implements WireName {
    /** Pain falls beyond chance and by an amount that patients call better. */
    IMPROVING("improving"),
    /** Pain rises beyond chance and by at least a point. */
    WORSENING("worsening"),
    /** A direction beyond chance, but not yet by an amount that matters. */
    CHANGING("changing"),
    /** Any change that matters over the span of the scores is ruled out. */
    STABLE("stable"),
    /** Nothing may be said yet; {@link Finding} tells why. */
    UNCERTAIN("uncertain");

    private final String wireName;

    Verdict(String wireName) {
        this.wireName = wireName;
    }

    @JsonValue
    @Override
    public String wireName() {
        return wireName;
    }
}
