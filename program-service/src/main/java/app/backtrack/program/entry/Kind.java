package app.backtrack.program.entry;

import app.backtrack.events.WireName;
import com.fasterxml.jackson.annotation.JsonValue;

/** Says what sort of thing an entry of the catalog is. */
public enum Kind implements WireName {
    EXERCISE("exercise", Use.ITEM),
    STRETCH("stretch", Use.ITEM),
    RECOVERY_PRACTICE("recovery-practice", Use.ITEM),
    POSTURE_RESET("posture-reset", Use.ITEM),
    HABIT("habit", Use.HABIT),
    ERGONOMIC_RULE("ergonomic-rule", Use.HABIT),
    WEEKLY_CHECK("weekly-check", Use.HABIT),
    SELF_CHECK("self-check", Use.NEITHER);

    private final String wireName;
    private final Use use;

    Kind(String wireName, Use use) {
        this.wireName = wireName;
        this.use = use;
    }

    @JsonValue
    @Override
    public String wireName() {
        return wireName;
    }

    /** Whether it can be an item of a plan. */
    public boolean plannable() {
        return use == Use.ITEM;
    }

    /** Whether it can be a habit goal of a plan: taken up in its week, and kept from then on. */
    public boolean habitual() {
        return use == Use.HABIT;
    }

    private enum Use {
        ITEM,
        HABIT,
        NEITHER
    }
}
