package app.backtrack.notification.alert;

import app.backtrack.events.AlertOutcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where an alert stands.
 *
 * @param acknowledged who acknowledged it first; null while nobody did
 * @param snoozedUntil until when it was last put off, UTC; null if it was not, or was acknowledged since
 * @param assignee who takes care of it by the last assignment; null while nobody was named
 * @param closed how it ended; null while it has not
 */
public record AlertView(
        @Nullable Deed acknowledged,
        @Nullable Instant snoozedUntil,
        @Nullable String assignee,
        @Nullable Closing closed) {
    /** Nothing was decided yet. */
    static final AlertView UNTOUCHED = new AlertView(null, null, null, null);

    /**
     * Says who did something, and when.
     *
     * @param by the clinician
     * @param at UTC
     */
    public record Deed(String by, Instant at) {}

    /**
     * How an alert ended.
     *
     * @param outcome what came of it
     * @param note in the clinician's words; null where there are none
     * @param by the clinician
     * @param at UTC
     */
    public record Closing(AlertOutcome outcome, @Nullable String note, String by, Instant at) {}

    /** Where it stands at a moment: an alert that was put off comes back by itself. */
    public AlertState state(Instant now) {
        if (closed == null && snoozedUntil != null && now.isBefore(snoozedUntil)) {
            return AlertState.SNOOZED;
        }
        return lastingState();
    }

    /** When somebody first took it on or ended it, UTC; null while nobody did. */
    public @Nullable Instant settledAt() {
        if (acknowledged == null) {
            return closed == null ? null : closed.at();
        }
        return closed == null || acknowledged.at().isBefore(closed.at()) ? acknowledged.at() : closed.at();
    }

    /** Where it stands once it is not put off any more. */
    AlertState lastingState() {
        if (closed != null) {
            return AlertState.CLOSED;
        }
        return acknowledged != null ? AlertState.ACKNOWLEDGED : AlertState.OPEN;
    }
}
