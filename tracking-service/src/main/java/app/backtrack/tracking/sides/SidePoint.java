package app.backtrack.tracking.sides;

import app.backtrack.tracking.statistics.Rounding;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The sides in one session or self-check.
 *
 * @param date the patient's local date
 * @param eventId CloudEvents id of the session or self-check
 * @param left mean of the left side's sets, in the measure's unit; null where it did not work
 * @param right the same of the right side
 * @param percent 100 · |left − right| / the larger, 0 to 100; null where a side is missing or both are 0
 */
public record SidePoint(
        LocalDate date,
        String eventId,
        @Nullable Double left,
        @Nullable Double right,
        @Nullable Double percent) {

    static SidePoint of(LocalDate date, String eventId, @Nullable Double left, @Nullable Double right) {
        return new SidePoint(date, eventId, left, right, left == null || right == null ? null : percent(left, right));
    }

    /** The size of a difference; null where both sides are 0. */
    static @Nullable Double percent(double left, double right) {
        double larger = Math.max(left, right);
        return larger == 0 ? null : Double.valueOf(Rounding.nineDecimals(100 * Math.abs(left - right) / larger));
    }
}
