package app.backtrack.notification.preference;

import app.backtrack.events.ClinicEvent.QuietHours;
import java.time.LocalTime;

/**
 * A span of each day in which nobody is told what can wait; it may pass midnight.
 *
 * @param from the first moment of it by the wall clock
 * @param until the first moment after it by the wall clock; the same as {@code from} for no span at all
 */
public record QuietSpan(LocalTime from, LocalTime until) {
    /** No span at all. */
    public static final QuietSpan NONE = new QuietSpan(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

    /** What a clinic set. */
    public static QuietSpan of(QuietHours hours) {
        return new QuietSpan(hours.from(), hours.until());
    }

    /** Whether a wall clock's reading is in it. */
    public boolean contains(LocalTime time) {
        if (from.equals(until)) {
            return false;
        }
        boolean afterFrom = !time.isBefore(from);
        boolean beforeUntil = time.isBefore(until);
        return from.isBefore(until) ? afterFrom && beforeUntil : afterFrom || beforeUntil;
    }
}
