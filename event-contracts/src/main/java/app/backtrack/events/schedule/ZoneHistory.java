package app.backtrack.events.schedule;

import app.backtrack.events.PatientEvent;
import app.backtrack.events.PatientEvent.ConsentGiven;
import app.backtrack.events.PatientEvent.ConsentWithdrawn;
import app.backtrack.events.PatientEvent.PatientDischarged;
import app.backtrack.events.PatientEvent.PatientEnrolled;
import app.backtrack.events.PatientEvent.PatientErased;
import app.backtrack.events.PatientEvent.PatientGoalsSet;
import app.backtrack.events.PatientEvent.PatientTimeZoneChanged;
import app.backtrack.events.PatientEvent.TherapistsAssigned;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * The time zones of a patient's home, and so which local date it is there at an instant.
 *
 * <p>A date begins when its day begins in the zone that is in effect on that date, and lasts until a later one has
 * begun. So dates never go back and none comes twice, whatever clocks and homes do: a day on which a patient moves west
 * is long. A day that no clock shows (a move east across the date line, or {@code Pacific/Apia} on 2011-12-30) is never
 * today, yet what is due on it can be asked for and logged like on any other.
 *
 * <p>That holds for one history. A change that becomes known later leaves all dates before its {@code effectiveFrom} as
 * they were; only if that is not after the patient's today may the today of a patient who moved west be one that was
 * before, and it is the same due day then.
 *
 * @param changes in the order in which they were decided; never empty. The first one counts back
 */
public record ZoneHistory(List<ZoneChange> changes) {

    /** Keeps a copy of the list and refuses an empty one. */
    public ZoneHistory {
        if (changes.isEmpty()) {
            throw new IllegalArgumentException("a patient has a time zone");
        }
        changes = List.copyOf(changes);
    }

    /** A home that never moved. */
    public static ZoneHistory of(ZoneId zone) {
        return new ZoneHistory(List.of(new ZoneChange(zone, LocalDate.EPOCH)));
    }

    /**
     * What a patient's stream says.
     *
     * @param events in their order; an enrolment among them
     */
    public static ZoneHistory of(List<? extends PatientEvent> events) {
        List<ZoneChange> changes = new ArrayList<>();
        for (PatientEvent event : events) {
            switch (event) {
                case PatientEnrolled enrolled ->
                    changes.add(new ZoneChange(ZoneId.of(enrolled.zone()), enrolled.enrolledOn()));
                case PatientTimeZoneChanged moved ->
                    changes.add(new ZoneChange(ZoneId.of(moved.zone()), moved.effectiveFrom()));
                case PatientDischarged discharged -> {}
                case TherapistsAssigned assigned -> {}
                case PatientGoalsSet set -> {}
                case ConsentGiven given -> {}
                case ConsentWithdrawn withdrawn -> {}
                case PatientErased erased -> {}
            }
        }
        return new ZoneHistory(changes);
    }

    /** The zone in effect on a local date: of the changes that have come into effect, the one decided last. */
    public ZoneId zoneOn(LocalDate date) {
        for (int i = changes.size() - 1; i > 0; i--) {
            if (!changes.get(i).effectiveFrom().isAfter(date)) {
                return changes.get(i).zone();
            }
        }
        return changes.getFirst().zone();
    }

    /** When a local date begins: its first moment in the zone that is in effect on it. */
    public Instant startOf(LocalDate date) {
        return date.atStartOfDay(zoneOn(date)).toInstant();
    }

    /** The patient's local date at an instant: the latest that has begun. */
    public LocalDate today(Instant instant) {
        // One date more than clocks show can have begun: where a clock was set back over midnight.
        LocalDate date = changes.stream()
                .map(change -> LocalDate.ofInstant(instant, change.zone()))
                .max(LocalDate::compareTo)
                .orElseThrow()
                .plusDays(1);
        while (startOf(date).isAfter(instant)) {
            date = date.minusDays(1);
        }
        return date;
    }

    /**
     * A home and since when.
     *
     * @param zone IANA zone
     * @param effectiveFrom the patient's local date, in that zone, from which days go by it
     */
    public record ZoneChange(ZoneId zone, LocalDate effectiveFrom) {}
}
