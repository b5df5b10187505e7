package app.backtrack.notification.webhook;

import app.backtrack.events.WireName;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names the kinds of webhook. None tells anything clinical: an alert is not told apart by what it is about. */
public enum HookType implements WireName {
    /** A patient was taken on. */
    PATIENT_ENROLLED("patient.enrolled"),
    /** A patient was discharged, moved to another time zone, or has other therapists or goals. */
    PATIENT_CHANGED("patient.changed"),
    /** A patient's program was prescribed, revised, paused, resumed, completed or stopped. */
    PROGRAM_CHANGED("program.changed"),
    /** Something was found about a patient that a clinician should see. */
    ALERT_RAISED("alert.raised"),
    /** What was found holds no longer. */
    ALERT_WITHDRAWN("alert.withdrawn"),
    /** Nothing happened: the clinic tries whether it can be reached. Goes to any endpoint and cannot be chosen. */
    TEST("webhook.test");

    private final String wireName;

    HookType(String wireName) {
        this.wireName = wireName;
    }

    @JsonValue
    @Override
    public String wireName() {
        return wireName;
    }
}
