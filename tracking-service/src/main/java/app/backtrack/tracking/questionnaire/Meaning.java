package app.backtrack.tracking.questionnaire;

import app.backtrack.events.WireName;
import com.fasterxml.jackson.annotation.JsonValue;

/** What a change of a score means by the threshold that its source states. */
public enum Meaning implements WireName {
    /** Better, by at least the threshold. */
    IMPROVED("improved"),
    /** Worse, by at least the threshold. */
    WORSENED("worsened"),
    /** Less than the threshold. */
    BELOW_THRESHOLD("below-threshold"),
    /** No source that we rely on states a threshold for this questionnaire, or for this direction. */
    NOT_STATED("not-stated");

    private final String wireName;

    Meaning(String wireName) {
        this.wireName = wireName;
    }

    @JsonValue
    @Override
    public String wireName() {
        return wireName;
    }
}
