package app.backtrack.runtime.access;

import app.backtrack.events.ClinicEnvelope;
import app.backtrack.events.ClinicId;
import app.backtrack.events.ClinicSettingsHistory;
import app.backtrack.events.EventEnvelope;
import app.backtrack.events.PatientEvent.PatientEnrolled;
import app.backtrack.events.PatientEvent.TherapistsAssigned;
import app.backtrack.events.PatientRef;
import app.backtrack.events.TherapistReach;
import app.backtrack.events.Topic;
import app.backtrack.runtime.http.Reach;
import app.backtrack.runtime.log.LogClients;
import app.backtrack.runtime.log.LogFollower;
import app.backtrack.runtime.log.LogUnavailable;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Knows, from the log alone, which clinics keep their therapists to their caseload, and who is whose therapist. It
 * takes some 200 bytes a patient.
 */
@Singleton
final class TherapistBook implements Reach {
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final LogClients log;
    private final Clock clock;
    private final Map<PatientRef, Therapists> therapists = new ConcurrentHashMap<>();
    private volatile ClinicSettingsHistory settings = ClinicSettingsHistory.EMPTY;

    private volatile @Nullable LogFollower patients;
    private volatile @Nullable LogFollower clinics;

    TherapistBook(LogClients log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    /** Who looks after a patient, and which version of the patient's stream says so. */
    private record Therapists(int version, List<String> ids) {}

    void start(@Observes StartupEvent started) {
        clinics = log.followClinics(this::enter);
        patients = log.follow(Topic.PROGRAM_EVENTS, this::enter);
    }

    private void enter(ClinicEnvelope event) {
        settings = settings.with(event);
    }

    private void enter(EventEnvelope<?> event) {
        if (event.data() instanceof PatientEnrolled enrolled) {
            enter(event.subject(), new Therapists(enrolled.version(), enrolled.therapists()));
        } else if (event.data() instanceof TherapistsAssigned assigned) {
            enter(event.subject(), new Therapists(assigned.version(), assigned.therapists()));
        }
    }

    private void enter(PatientRef patient, Therapists found) {
        therapists.merge(patient, found, (known, added) -> added.version() >= known.version() ? added : known);
    }

    @Override
    public boolean isCaseloadOnly(ClinicId clinic) {
        LogFollower reader = clinics;
        if (reader == null || !reader.caughtUpOnce()) {
            throw new LogUnavailable("the clinics' settings are not read to their end");
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return settings.current(clinic, today).reach() == TherapistReach.CASELOAD;
    }

    @Override
    public boolean looksAfter(String therapist, PatientRef patient) {
        Therapists known = therapists.get(patient);
        return known != null && known.ids().contains(therapist);
    }

    @Override
    public Set<PatientRef> patientsOf(ClinicId clinic, String therapist) {
        return therapists.entrySet().stream()
                .filter(one -> one.getKey().clinic().equals(clinic))
                .filter(one -> one.getValue().ids().contains(therapist))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Completes when everything is known that stood in the log at this call, or after a second. */
    CompletableFuture<Boolean> caughtUp() {
        LogFollower reader = patients;
        return reader == null ? CompletableFuture.completedFuture(false) : reader.caughtUp(PATIENCE);
    }
}
