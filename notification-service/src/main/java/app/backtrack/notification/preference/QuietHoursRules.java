package app.backtrack.notification.preference;

import app.backtrack.events.schedule.ZoneHistory;
import app.backtrack.events.schedule.ZoneHistory.ZoneChange;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.stream.Stream;

/** Finds the moment at which something may be told, by the wall clock where the recipient is. */
public final class QuietHoursRules {
    private static final long NANOS_OF_DAY = Duration.ofDays(1).toNanos();

    private QuietHoursRules() {}

    /**
     * The first moment, from the wanted one on, that is not in the quiet hours of the recipient's wall clock.
     *
     * <p>It goes from one change of the clock to the next: where a clock is set back into the span, the span is gone
     * through again; where it is set forward over its end, the span ends there. So of a span of at most 22 hours in one
     * zone it is never more than a day later.
     *
     * @param home where the recipient is when
     */
    public static Instant earliest(Instant wanted, ZoneHistory home, QuietSpan quiet) {
        Instant moment = wanted;
        while (quiet.contains(wallClock(moment, home).toLocalTime())) {
            Instant end = moment.plusNanos(nanosUntil(wallClock(moment, home).toLocalTime(), quiet.until()));
            moment = nextChange(moment, home, end);
        }
        return moment;
    }

    /**
     * The first moment from now on at which a wall clock shows a whole hour, and that is not in the quiet hours: when
     * what was held back goes out together.
     *
     * @param hour 0 to 23
     */
    public static Instant nextDigest(Instant now, int hour, ZoneHistory home, QuietSpan quiet) {
        LocalDate today = wallClock(now, home).toLocalDate();
        Instant at = atHour(today, hour, home);
        for (LocalDate date = today.plusDays(1); at.isBefore(now); date = date.plusDays(1)) {
            at = atHour(date, hour, home);
        }
        return earliest(at, home, quiet);
    }

    /** What a clock on the wall shows where the recipient is. */
    public static LocalDateTime wallClock(Instant moment, ZoneHistory home) {
        return LocalDateTime.ofInstant(moment, zoneAt(moment, home));
    }

    private static Instant atHour(LocalDate date, int hour, ZoneHistory home) {
        return date.atTime(hour, 0).atZone(home.zoneOn(date)).toInstant();
    }

    private static ZoneId zoneAt(Instant moment, ZoneHistory home) {
        return home.zoneOn(home.today(moment));
    }

    private static long nanosUntil(LocalTime from, LocalTime until) {
        return Math.floorMod(until.toNanoOfDay() - from.toNanoOfDay(), NANOS_OF_DAY);
    }

    /** The given moment, or an earlier one at which the clock is changed or the recipient moves. */
    private static Instant nextChange(Instant after, ZoneHistory home, Instant atTheLatest) {
        ZoneOffsetTransition transition = zoneAt(after, home).getRules().nextTransition(after);
        Stream<Instant> moves = home.changes().stream()
                .map(ZoneChange::effectiveFrom)
                .distinct()
                .map(home::startOf);
        Stream<Instant> clocks = transition == null ? Stream.empty() : Stream.of(transition.getInstant());
        return Stream.concat(moves, clocks)
                .filter(change -> change.isAfter(after) && change.isBefore(atTheLatest))
                .min(Instant::compareTo)
                .orElse(atTheLatest);
    }
}
