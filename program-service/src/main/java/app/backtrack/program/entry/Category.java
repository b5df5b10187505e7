package app.backtrack.program.entry;

import app.backtrack.events.WireName;
import com.fasterxml.jackson.annotation.JsonValue;

/** Sorts entries by what they train, or else by what they are. */
public enum Category implements WireName {
    CORE_STABILITY("core-stability"),
    CORE_ANTI_MOVEMENT("core-anti-movement"),
    CORE_ANTI_ROTATION("core-anti-rotation"),
    GLUTE_STRENGTH("glute-strength"),
    HINGE("hinge"),
    UPPER_BACK_PULL("upper-back-pull"),
    CARRY("carry"),
    BRACING_SKILL("bracing-skill"),
    MOBILITY_STRENGTH("mobility-strength"),
    POSTURE_STRENGTH("posture-strength"),
    STRETCH("stretch"),
    STRETCH_MOBILITY("stretch-mobility"),
    MOBILITY("mobility"),
    STRETCH_AREA("stretch-area"),
    RECOVERY("recovery"),
    POSTURE("posture"),
    HABIT("habit"),
    ERGONOMICS("ergonomics"),
    WEEKLY_CHECK("weekly-check"),
    SELF_CHECK("self-check");

    private final String wireName;

    Category(String wireName) {
        this.wireName = wireName;
    }

    @JsonValue
    @Override
    public String wireName() {
        return wireName;
    }
}
