package app.backtrack.tracking.adherence;

import app.backtrack.events.WireName;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Where a rate lies to what studies of exercise call satisfactory adherence: 80 to 99 % of the prescribed dose (Br J
 * Sports Med 54:326). For information: nothing is judged by it.
 */
public enum Band implements WireName {
    /** Less than 80 %. */
    BELOW("below"),
    /** At least 80 %, and not all. */
    SATISFACTORY("satisfactory"),
    /** All that was due. */
    FULL("full");

    private static final int SATISFACTORY_PERCENT = 80;

    private final String wireName;

    Band(String wireName) {
        this.wireName = wireName;
    }

    static Band of(int done, int due) {
        if (done == due) {
            return FULL;
        }
        return 100L * done >= (long) SATISFACTORY_PERCENT * due ? SATISFACTORY : BELOW;
    }

    @JsonValue
    @Override
    public String wireName() {
        return wireName;
    }
}
