package app.backtrack.program.patient;

import app.backtrack.events.PatientEvent.Goal;
import app.backtrack.events.schedule.ZoneHistory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A patient's care as its events have left it; what a command is decided against. It holds nothing that tells who the
 * patient is.
 *
 * @param version number of the events
 * @param enrolledOn the patient's date of the last enrolment
 * @param dischargedOn the patient's date of the last day in care; null while in care
 * @param zones of the patient's home, in the order of the decisions; at least one
 * @param therapists clinician ids, sorted
 * @param goals what the patient wants to reach
 * @param activities that the pain limits
 */
record Care(
        int version,
        CareStatus status,
        LocalDate enrolledOn,
        @Nullable LocalDate dischargedOn,
        List<ZoneSpan> zones,
        List<String> therapists,
        List<Goal> goals,
        List<Goal> activities) {

    /** Keeps copies of the lists. */
    Care {
        zones = List.copyOf(zones);
        therapists = List.copyOf(therapists);
        goals = List.copyOf(goals);
        activities = List.copyOf(activities);
    }

    /** What says which local date it is at the patient's home. */
    ZoneHistory zoneHistory() {
        return new ZoneHistory(zones.stream().map(ZoneSpan::change).toList());
    }

    Care enrolled(int next, LocalDate on, String zone, List<String> lookedAfterBy) {
        List<ZoneSpan> longer = with(new ZoneSpan(zone, on));
        return new Care(next, CareStatus.ENROLLED, on, null, longer, lookedAfterBy, goals, activities);
    }

    Care discharged(int next, LocalDate on) {
        return new Care(next, CareStatus.DISCHARGED, enrolledOn, on, zones, therapists, goals, activities);
    }

    Care movedTo(int next, ZoneSpan span) {
        return new Care(next, status, enrolledOn, dischargedOn, with(span), therapists, goals, activities);
    }

    Care assignedTo(int next, List<String> others) {
        return new Care(next, status, enrolledOn, dischargedOn, zones, others, goals, activities);
    }

    Care aimingAt(int next, List<Goal> newGoals, List<Goal> newActivities) {
        return new Care(next, status, enrolledOn, dischargedOn, zones, therapists, newGoals, newActivities);
    }

    Care at(int next) {
        return new Care(next, status, enrolledOn, dischargedOn, zones, therapists, goals, activities);
    }

    private List<ZoneSpan> with(ZoneSpan span) {
        List<ZoneSpan> longer = new ArrayList<>(zones);
        longer.add(span);
        return longer;
    }
}
