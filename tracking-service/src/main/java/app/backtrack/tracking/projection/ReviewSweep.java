package app.backtrack.tracking.projection;

import app.backtrack.events.PatientRef;
import app.backtrack.runtime.log.Outages;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Judges anew where time alone may change what stands: windows move on at each of the patient's midnights, and a
 * silence begins at some hour.
 */
@Singleton
class ReviewSweep {
    private static final Logger LOG = Logger.getLogger(ReviewSweep.class);
    private static final int PATIENTS_AT_A_TIME = 500;

    private final ProgressStore store;
    private final ProgressProjector progress;
    private final Clock clock;

    ReviewSweep(ProgressStore store, ProgressProjector progress, Clock clock) {
        this.store = store;
        this.progress = progress;
        this.clock = clock;
    }

    @Scheduled(
            every = "${backtrack.reviews.every:60s}",
            delayed = "${backtrack.reviews.delayed:15s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void sweep() {
        try {
            review(clock.instant());
        } catch (RuntimeException e) {
            if (!Outages.isOutage(e)) {
                throw e;
            }
            LOG.debugf("Reviews wait out an outage, cause=%s", e.toString());
        }
    }

    /** Reviews what is due at {@code now}, each patient claimed by one process only. */
    void review(Instant now) {
        List<PatientRef> due = store.due(now, PATIENTS_AT_A_TIME);
        for (PatientRef patient : due) {
            if (store.claim(store.read(patient), now)) {
                progress.renew(patient, Addition.NONE);
            }
        }
    }
}
