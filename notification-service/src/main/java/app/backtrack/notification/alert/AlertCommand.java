package app.backtrack.notification.alert;

import app.backtrack.events.AlertOutcome;
import app.backtrack.notification.ClinicianId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a clinician asks for about an alert. */
public sealed interface AlertCommand {

    /** Takes care of it. */
    record Acknowledge() implements AlertCommand {}

    /**
     * Puts it off.
     *
     * @param until when it comes back, UTC
     * @param now when that is asked, UTC
     */
    record Snooze(Instant until, Instant now) implements AlertCommand {}

    /**
     * Hands it to somebody.
     *
     * @param clinician who takes care of it
     */
    record Assign(ClinicianId clinician) implements AlertCommand {}

    /**
     * Ends it.
     *
     * @param outcome what came of it
     * @param note in the clinician's words; null for none
     */
    record Close(AlertOutcome outcome, @Nullable String note) implements AlertCommand {}
}
