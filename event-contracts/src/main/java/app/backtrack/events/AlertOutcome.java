package app.backtrack.events;

import com.fasterxml.jackson.annotation.JsonValue;

/** Says what came of an alert; the base of a rule's precision. */
public enum AlertOutcome implements WireName {
    CONTACTED_PATIENT("contacted-patient"),
    CHANGED_PROGRAM("changed-program"),
    REFERRED("referred"),
    WATCHING("watching"),
    ALREADY_KNOWN("already-known"),
    NOT_RELEVANT("not-relevant");

    private final String wireName;

    AlertOutcome(String wireName) {
        this.wireName = wireName;
    }

    @JsonValue
    @Override
    public String wireName() {
        return wireName;
    }

    /** Whether the alert led to something, as against being put aside. */
    public boolean actedOn() {
        return switch (this) {
            case CONTACTED_PATIENT, CHANGED_PROGRAM, REFERRED, WATCHING -> true;
            case ALREADY_KNOWN, NOT_RELEVANT -> false;
        };
    }
}
