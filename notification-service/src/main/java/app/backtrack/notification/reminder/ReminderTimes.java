package app.backtrack.notification.reminder;

import java.time.DayOfWeek;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * When a patient wants to be reminded of what, by the wall clock where they are.
 *
 * @param on whether they want to be reminded at all; nobody is who did not say so
 * @param sessionAt of a session that is due; null for never
 * @param posture of posture resets; null for never
 * @param checklist of the week's checklist; null for never
 * @param nothingLoggedAt that something was due and nothing was logged yet; null for never
 */
record ReminderTimes(
        boolean on,
        @Nullable LocalTime sessionAt,
        @Nullable PostureHours posture,
        @Nullable Checklist checklist,
        @Nullable LocalTime nothingLoggedAt) {

    /** For who said nothing yet: hours that suit most, and off. */
    static final ReminderTimes SHIPPED = new ReminderTimes(
            false,
            LocalTime.of(17, 0),
            new PostureHours(LocalTime.of(9, 0), LocalTime.of(17, 0), 150),
            new Checklist(DayOfWeek.SUNDAY, LocalTime.of(18, 0)),
            LocalTime.of(20, 0));

    /**
     * Within which hours posture resets are reminded of, and how far apart.
     *
     * @param from the first one
     * @param until none later
     * @param everyMinutes {@value #MIN_APART} to {@value #MAX_APART}: every two to three hours
     */
    record PostureHours(LocalTime from, LocalTime until, int everyMinutes) {
        static final int MIN_APART = 120;
        static final int MAX_APART = 180;

        /** Refuses hours that end before they begin, and a rhythm that is none of a posture reset. */
        PostureHours {
            if (until.isBefore(from) || everyMinutes < MIN_APART || everyMinutes > MAX_APART) {
                throw new IllegalArgumentException("no hours of posture resets");
            }
        }
    }

    /**
     * When the week's checklist is reminded of.
     *
     * @param day once a week
     * @param at the time of that day
     */
    record Checklist(DayOfWeek day, LocalTime at) {}
}
