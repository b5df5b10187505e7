package app.backtrack.program.erasure;

import app.backtrack.events.Actor;
import app.backtrack.events.ClinicId;
import app.backtrack.events.ErasureReason;
import app.backtrack.events.PatientId;
import app.backtrack.events.Role;
import app.backtrack.program.clinic.RetentionBook;
import app.backtrack.program.erasure.RetentionAnswer.Due;
import app.backtrack.program.patient.PatientEnding;
import app.backtrack.program.patient.PatientEnding.Discharged;
import app.backtrack.runtime.log.Outages;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Erases the discharged patients of clinics that have set for how many years they are kept, when these have passed; and
 * says beforehand who that will be. A clinic that has set nothing keeps everybody.
 */
@Singleton
class RetentionDesk {
    private static final Logger LOG = Logger.getLogger(RetentionDesk.class);
    private static final Actor BACKTRACK = new Actor(Role.BACKTRACK, "program-service");
    private static final int PAGE = 500;

    private final RetentionBook years;
    private final PatientEnding patients;
    private final ErasureDesk desk;
    private final Clock clock;

    RetentionDesk(RetentionBook years, PatientEnding patients, ErasureDesk desk, Clock clock) {
        this.years = years;
        this.patients = patients;
        this.desk = desk;
        this.clock = clock;
    }

    /**
     * Erases whom no clinic keeps any longer. The date is the last that any place on earth has, so nobody goes too
     * early.
     */
    @Scheduled(
            every = "${backtrack.retention.every:1h}",
            delayed = "5m",
            concurrentExecution = ConcurrentExecution.SKIP)
    void sweep() {
        try {
            LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.ofHours(-12));
            years.clinics(today).forEach((clinic, kept) -> sweep(clinic, kept, today));
        } catch (RuntimeException e) {
            if (!Outages.isOutage(e)) {
                throw e;
            }
            LOG.debugf("the sweep for retention waits for an outage to end, reason=%s", e.getMessage());
        }
    }

    private void sweep(ClinicId clinic, int kept, LocalDate today) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        for (Discharged patient : discharged(clinic)) {
            if (RetentionRules.isOver(patient.dischargedOn(), kept, today)) {
                var unused = desk.erase(patient.patient(), ErasureReason.RETENTION_OVER, BACKTRACK, now);
            }
        }
    }

    /** Whom the clinic's retention will erase within some days, the next first; nobody where it has set none. */
    RetentionAnswer due(ClinicId clinic, int withinDays) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        @Nullable Integer kept = years.of(clinic, today);
        if (kept == null) {
            return new RetentionAnswer(null, List.of());
        }
        List<Due> due = new ArrayList<>();
        for (Discharged patient : discharged(clinic)) {
            LocalDate on = RetentionRules.erasedOn(patient.dischargedOn(), kept);
            if (!on.isAfter(today.plusDays(withinDays))) {
                due.add(new Due(patient.patient().patient().toString(), patient.dischargedOn(), on));
            }
        }
        due.sort(Comparator.comparing(Due::erasedOn).thenComparing(Due::patientId));
        return new RetentionAnswer(kept, due);
    }

    private List<Discharged> discharged(ClinicId clinic) {
        List<Discharged> all = new ArrayList<>();
        @Nullable PatientId after = null;
        List<Discharged> page;
        do {
            page = patients.discharged(clinic, after, PAGE);
            all.addAll(page);
            after = page.isEmpty() ? null : page.getLast().patient().patient();
        } while (page.size() == PAGE);
        return all;
    }
}
