package app.backtrack.notification.reminder;

import app.backtrack.events.PatientRef;
import app.backtrack.events.schedule.ProgramHistory;
import java.util.List;

/**
 * All that reminders of one patient follow from, but for where the patient is.
 *
 * @param patient whom it is about
 * @param inCare whether the patient is enrolled and agrees to be tracked, by the latest words on it
 * @param programs every version that is known of each
 * @param logged on which dates something was logged lately
 * @param times when the patient wants to be reminded of what
 * @param timesVersion how often the patient said so; 0 for never
 * @param revision counts every change; a next look is written on the revision that it was decided on, and on no other
 */
record ReminderCase(
        PatientRef patient,
        boolean inCare,
        List<ProgramHistory> programs,
        Logged logged,
        ReminderTimes times,
        int timesVersion,
        int revision) {

    /** Keeps a copy; nothing is due for who is not in care. */
    ReminderCase {
        programs = inCare ? List.copyOf(programs) : List.of();
    }
}
