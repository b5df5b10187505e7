package app.backtrack.notification;

import app.backtrack.events.WireName;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;

/** Says what somebody is told of, as far as they can switch it off by itself. */
public enum NoticeKind implements WireName {
    /** A red flag of one of a clinician's patients; passes every quiet hour and cannot be switched off. */
    RED_FLAG("red-flag", false),
    /** Another finding of medium severity or above about one of a clinician's patients. */
    ALERT("alert", false),
    /** A patient has a session due today. */
    SESSION_DUE("session-due", true),
    /** A patient wants to be reminded to change posture. */
    POSTURE_RESET("posture-reset", true),
    /** The week's checklist of a patient is open. */
    WEEKLY_CHECKLIST("weekly-checklist", true),
    /** A patient has logged nothing for some time. */
    NOTHING_LOGGED("nothing-logged", true),
    /** A patient has come to a milestone. */
    MILESTONE("milestone", true);

    private final String wireName;
    private final boolean forPatients;

    NoticeKind(String wireName, boolean forPatients) {
        this.wireName = wireName;
        this.forPatients = forPatients;
    }

    /** What a recipient can be told of. */
    public static List<NoticeKind> of(Recipient recipient) {
        return Arrays.stream(values())
                .filter(kind -> kind.forPatients == recipient instanceof Recipient.Patient)
                .toList();
    }

    /** Whether it is told at any hour, however much was told already and whatever the recipient would like. */
    public boolean passesEverything() {
        return this == RED_FLAG;
    }

    /** Whether what is held back may come later, many things in one message. */
    public boolean mayWaitForDigest() {
        return this == ALERT;
    }

    @JsonValue
    @Override
    public String wireName() {
        return wireName;
    }
}
