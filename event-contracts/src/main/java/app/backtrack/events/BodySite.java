package app.backtrack.events;

import com.fasterxml.jackson.annotation.JsonValue;

/** Names where it hurts. */
public enum BodySite implements WireName {
    NECK("neck"),
    SHOULDER("shoulder"),
    UPPER_BACK("upper-back"),
    LOWER_BACK("lower-back"),
    PELVIS("pelvis"),
    HIP("hip"),
    BUTTOCK("buttock"),
    THIGH("thigh"),
    KNEE("knee"),
    LOWER_LEG("lower-leg"),
    FOOT("foot"),
    ARM("arm");

    private final String wireName;

    BodySite(String wireName) {
        this.wireName = wireName;
    }

    @JsonValue
    @Override
    public String wireName() {
        return wireName;
    }
}
