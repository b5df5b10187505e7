package app.backtrack.events;

import com.fasterxml.jackson.annotation.JsonValue;

/** Says in which capacity somebody acted. */
public enum Role implements WireName {
    PATIENT("patient"),
    THERAPIST("therapist"),
    CLINIC_ADMIN("clinic-admin"),
    CLINIC_SYSTEM("clinic-system"),
    /** One of our services, by a rule. */
    BACKTRACK("backtrack");

    private final String wireName;

    Role(String wireName) {
        this.wireName = wireName;
    }

    @JsonValue
    @Override
    public String wireName() {
        return wireName;
    }
}
