package app.backtrack.events;

import com.fasterxml.jackson.annotation.JsonValue;

/** Says whose data a clinic's therapists see and change. */
public enum TherapistReach implements WireName {
    /** All patients of the clinic; as shipped. */
    CLINIC("clinic"),
    /** The patients that they are assigned to. */
    CASELOAD("caseload");

    private final String wireName;

    TherapistReach(String wireName) {
        this.wireName = wireName;
    }

    @JsonValue
    @Override
    public String wireName() {
        return wireName;
    }
}
