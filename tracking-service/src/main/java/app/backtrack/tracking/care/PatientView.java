package app.backtrack.tracking.care;

import app.backtrack.events.schedule.ZoneHistory;
import app.backtrack.events.schedule.ZoneHistory.ZoneChange;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * What the clinic decided about the patient, every version of it; each list is ascending by version.
 *
 * @param admissions when the patient was taken on or discharged
 * @param zones the time zones of the patient's home
 * @param teams who looks after the patient
 */
public record PatientView(List<Admission> admissions, List<HomeZone> zones, List<CareTeam> teams) {

    /** Nothing known yet: no order is assumed between streams. */
    public static final PatientView EMPTY = new PatientView(List.of(), List.of(), List.of());

    public PatientView {
        admissions = List.copyOf(admissions);
        zones = List.copyOf(zones);
        teams = List.copyOf(teams);
    }

    /**
     * The patient was taken on, or discharged.
     *
     * @param enrolled whether taken on, as against discharged
     * @param on the patient-local date
     */
    public record Admission(int version, Instant recordedAt, boolean enrolled, LocalDate on) implements Decided {}

    /**
     * A time zone of the patient's home.
     *
     * @param zone IANA zone
     * @param effectiveFrom the patient-local date from which it holds
     */
    public record HomeZone(int version, Instant recordedAt, String zone, LocalDate effectiveFrom) implements Decided {}

    /**
     * Who looks after the patient.
     *
     * @param therapists clinician ids
     */
    public record CareTeam(int version, Instant recordedAt, List<String> therapists) implements Decided {

        public CareTeam {
            therapists = List.copyOf(therapists);
        }
    }

    /** Whether an enrolment has arrived, be the patient discharged by now. */
    public boolean known() {
        return !admissions.isEmpty();
    }

    /** Whether the patient is in the clinic's care, by the latest decision. */
    public boolean enrolled() {
        return known() && admissions.getLast().enrolled();
    }

    /** The patient-local date of the discharge; empty for a patient in care. */
    public Optional<LocalDate> dischargedOn() {
        return known() && !enrolled() ? Optional.of(admissions.getLast().on()) : Optional.empty();
    }

    /** Who looks after the patient now; clinician ids. */
    public List<String> therapists() {
        return teams.isEmpty() ? List.of() : teams.getLast().therapists();
    }

    /** The patient's home and its time zones; one that never leaves UTC while nothing is known. */
    public ZoneHistory home() {
        return zones.isEmpty()
                ? ZoneHistory.of(ZoneOffset.UTC)
                : new ZoneHistory(zones.stream()
                        .map(home -> new ZoneChange(ZoneId.of(home.zone()), home.effectiveFrom()))
                        .toList());
    }

    /** The zone of the patient's home at an instant. */
    public ZoneId zone(Instant instant) {
        ZoneHistory home = home();
        return home.zoneOn(home.today(instant));
    }

    /** The patient's date at an instant. */
    public LocalDate today(Instant instant) {
        return home().today(instant);
    }

    /** When a local date is over: the next one begins where the patient's home will be then. */
    public Instant endOf(LocalDate date) {
        return home().startOf(date.plusDays(1));
    }

    PatientView with(Admission admission) {
        return new PatientView(Decided.with(admissions, admission), zones, teams);
    }

    PatientView with(HomeZone zone) {
        return new PatientView(admissions, Decided.with(zones, zone), teams);
    }

    PatientView with(CareTeam team) {
        return new PatientView(admissions, zones, Decided.with(teams, team));
    }

    PatientView asOf(Instant instant) {
        return new PatientView(
                Decided.asOf(admissions, instant), Decided.asOf(zones, instant), Decided.asOf(teams, instant));
    }
}
