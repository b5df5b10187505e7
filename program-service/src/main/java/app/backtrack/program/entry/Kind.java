package app.backtrack.program.entry;

import app.backtrack.events.WireName;
import com.fasterxml.jackson.annotation.JsonValue;

/** Says what sort of thing an entry of the catalog is. */
public enum Kind implements WireName {
    EXERCISE("exercise", true),
    STRETCH("stretch", true),
    RECOVERY_PRACTICE("recovery-practice", true),
    POSTURE_RESET("posture-reset", true),
    HABIT("habit", false),
    ERGONOMIC_RULE("ergonomic-rule", false),
    WEEKLY_CHECK("weekly-check", false),
    SELF_CHECK("self-check", false);

    private final String wireName;
    private final boolean plannable;

    Kind(String wireName, boolean plannable) {
        this.wireName = wireName;
        this.plannable = plannable;
    }

    @JsonValue
    @Override
    public String wireName() {
        return wireName;
    }

    /** Whether it can be an item of a plan. */
    public boolean plannable() {
        return plannable;
    }
}
