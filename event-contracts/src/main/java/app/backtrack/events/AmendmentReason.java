package app.backtrack.events;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Says why a fact was corrected, retracted or taken back; a closed list, so that no free text about a patient reaches a
 * URL.
 */
public enum AmendmentReason implements WireName {
    ENTERED_IN_ERROR("entered-in-error"),
    WRONG_VALUE("wrong-value"),
    WRONG_TIME("wrong-time"),
    WRONG_CONTEXT("wrong-context"),
    WRONG_PATIENT("wrong-patient"),
    DUPLICATE("duplicate"),
    MORE_DETAIL("more-detail"),
    /** Takes a retraction back. */
    RESTORED("restored"),
    OTHER("other");

    private final String wireName;

    AmendmentReason(String wireName) {
        this.wireName = wireName;
    }

    @JsonValue
    @Override
    public String wireName() {
        return wireName;
    }
}
