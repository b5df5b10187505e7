package app.backtrack.events;

import com.fasterxml.jackson.annotation.JsonValue;

/** Names a rhythm in which something falls due. */
public enum Repetition implements WireName {
    /** Every day. */
    DAILY("daily"),
    /** Every second day, counted from the first day of the item's weeks. */
    EVERY_OTHER_DAY("every-other-day"),
    /** A number of times in each program week, on days of the patient's choice. */
    TIMES_PER_WEEK("times-per-week"),
    /** On fixed days of the week. */
    WEEKDAYS("weekdays"),
    /** Several times a day, some hours apart. */
    EVERY_FEW_HOURS("every-few-hours");

    private final String wireName;

    Repetition(String wireName) {
        this.wireName = wireName;
    }

    @JsonValue
    @Override
    public String wireName() {
        return wireName;
    }
}
