package app.backtrack.events;

import com.fasterxml.jackson.annotation.JsonValue;

/** Names a kind of fact; with clinic, patient and id it identifies one. */
public enum FactKind implements WireName {
    PAIN_SCORE("pain-score"),
    SESSION("session"),
    RED_FLAG_SCREEN("red-flag-screen"),
    FLARE("flare"),
    QUESTIONNAIRE("questionnaire"),
    HABIT_CHECK_IN("habit-check-in"),
    SELF_CHECK("self-check"),
    CARE_TIME("care-time");

    private final String wireName;

    FactKind(String wireName) {
        this.wireName = wireName;
    }

    @JsonValue
    @Override
    public String wireName() {
        return wireName;
    }
}
