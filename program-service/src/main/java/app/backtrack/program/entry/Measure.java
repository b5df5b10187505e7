package app.backtrack.program.entry;

import app.backtrack.events.WireName;
import com.fasterxml.jackson.annotation.JsonValue;

/** Says in what a patient counts or times an entry. */
public enum Measure implements WireName {
    /** Repetitions. */
    REPS("reps"),
    /** Seconds in which a position is held. */
    HOLD_SECONDS("hold-seconds"),
    /** Seconds in which one keeps moving. */
    DURATION_SECONDS("duration-seconds"),
    /** Minutes. */
    MINUTES("minutes"),
    /** How many times. */
    COUNT("count"),
    /** Whether it was done, or holds. */
    YES_NO("yes-no");

    private final String wireName;

    Measure(String wireName) {
        this.wireName = wireName;
    }

    /** Whether a plan can say how long: it has one member for time, whether one keeps still in it or keeps going. */
    public boolean timed() {
        return switch (this) {
            case HOLD_SECONDS, DURATION_SECONDS, MINUTES -> true;
            case REPS, COUNT, YES_NO -> false;
        };
    }

    @JsonValue
    @Override
    public String wireName() {
        return wireName;
    }
}
