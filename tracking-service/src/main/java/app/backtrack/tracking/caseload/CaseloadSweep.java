package app.backtrack.tracking.caseload;

import app.backtrack.events.PatientRef;
import app.backtrack.runtime.log.Outages;
import app.backtrack.tracking.projection.ProgressStore;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Judges rows for another day once the patient's day is over, and, after a start, makes those that are missing. What
 * the review of insights renewed already is not touched. Several processes at once do the same work twice and write it
 * once.
 */
@Singleton
class CaseloadSweep {
    private static final Logger LOG = Logger.getLogger(CaseloadSweep.class);
    private static final int PATIENTS_AT_A_TIME = 200;

    private final CaseloadStore store;
    private final ProgressStore progress;
    private final CaseloadFollower follower;
    private final Clock clock;
    private boolean filled;

    CaseloadSweep(CaseloadStore store, ProgressStore progress, CaseloadFollower follower, Clock clock) {
        this.store = store;
        this.progress = progress;
        this.follower = follower;
        this.clock = clock;
    }

    @Scheduled(
            every = "${backtrack.caseload.every:60s}",
            delayed = "${backtrack.caseload.delayed:20s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void sweep() {
        try {
            if (!filled) {
                fill();
                filled = true;
            }
            renew(clock.instant());
        } catch (RuntimeException e) {
            if (!Outages.isOutage(e)) {
                throw e;
            }
            LOG.debugf("The caseload waits out an outage, cause=%s", e.toString());
        }
    }

    /** Judges what is due at {@code now}. */
    void renew(Instant now) {
        Set<PatientRef> seen = new HashSet<>();
        List<PatientRef> due = store.due(now, PATIENTS_AT_A_TIME);
        while (seen.addAll(due)) {
            follow(due, now);
            due = store.due(now, PATIENTS_AT_A_TIME);
        }
    }

    /** Makes the rows of patients who have progress and no row, as after the collection was dropped. */
    void fill() {
        @Nullable PatientRef last = null;
        List<PatientRef> page = progress.list(last, PATIENTS_AT_A_TIME);
        while (!page.isEmpty()) {
            follower.fill(store.collections().getFirst(), page);
            last = page.getLast();
            page = progress.list(last, PATIENTS_AT_A_TIME);
        }
    }

    /** What is pending of a patient is not in the ledger yet; whoever tells it writes the row then. */
    private void follow(List<PatientRef> patients, Instant now) {
        follower.follow(
                progress.readAll(patients).stream()
                        .filter(document -> document.pending().isEmpty())
                        .toList(),
                now);
    }
}
