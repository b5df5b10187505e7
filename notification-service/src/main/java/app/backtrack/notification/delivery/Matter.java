package app.backtrack.notification.delivery;

import app.backtrack.events.PatientRef;
import app.backtrack.notification.NoticeKind;
import org.jspecify.annotations.Nullable;

/**
 * What somebody is told of.
 *
 * @param kind what it is, as far as it can be switched off
 * @param group what may be told in one message with it: all of one group that waits
 * @param alert the alert that it is about; null for a reminder
 */
public record Matter(
        NoticeKind kind, String group, @Nullable AlertRef alert) {

    /**
     * Points to an alert.
     *
     * @param patient whom it is about
     * @param insightId the insight's id within the patient
     */
    public record AlertRef(PatientRef patient, String insightId) {}

    /** A finding about a patient; everything about one patient may be told in one message. */
    public static Matter alert(NoticeKind kind, PatientRef patient, String insightId) {
        return new Matter(kind, patient.key(), new AlertRef(patient, insightId));
    }

    /**
     * A reminder, told by itself.
     *
     * @param about names what is due; the same for the same due thing
     */
    public static Matter reminder(NoticeKind kind, String about) {
        return new Matter(kind, about, null);
    }
}
