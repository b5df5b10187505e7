package app.backtrack.notification.reminder;

import app.backtrack.notification.NoticeKind;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * When a patient wants to be reminded, and what that comes to.
 *
 * @param times what they said, or what is shipped
 * @param next what they will be reminded of within the next two days, as things stand
 */
@Schema(name = "Reminders")
record ReminderAnswer(ReminderContent times, List<Next> next) {

    /**
     * A reminder to come.
     *
     * @param kind what of
     * @param at when, UTC
     */
    @Schema(name = "NextReminder")
    record Next(NoticeKind kind, Instant at) {}
}
