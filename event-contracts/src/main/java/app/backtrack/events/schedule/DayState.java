package app.backtrack.events.schedule;

import app.backtrack.events.WireName;
import com.fasterxml.jackson.annotation.JsonValue;

/** Says how a program stands on a local date; something can be due only while it is under way. */
public enum DayState implements WireName {
    /** It asks something of the patient, though perhaps not on this day. */
    UNDER_WAY("under-way"),
    /** A clinician paused it. */
    PAUSED("paused"),
    /**
     * Its planned weeks are over, though no clinician has ended it: going on is theirs to decide, so nothing is due.
     */
    WEEKS_OVER("weeks-over"),
    /** Its first day is still to come. */
    NOT_STARTED("not-started"),
    /** A clinician said that it reached its end. */
    COMPLETED("completed"),
    /** A clinician ended it before its time. */
    STOPPED("stopped");

    private final String wireName;

    DayState(String wireName) {
        this.wireName = wireName;
    }

    @JsonValue
    @Override
    public String wireName() {
        return wireName;
    }
}
