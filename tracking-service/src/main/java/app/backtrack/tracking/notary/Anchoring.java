package app.backtrack.tracking.notary;

import app.backtrack.runtime.log.Outages;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jboss.logging.Logger;

/** Writes down at times how the chains that grew stand. */
@Singleton
class Anchoring {
    private static final Logger LOG = Logger.getLogger(Anchoring.class);

    private final ChainStore chains;
    private final AnchorBook anchors;
    private final Clock clock;

    Anchoring(ChainStore chains, AnchorBook anchors, Clock clock) {
        this.chains = chains;
        this.anchors = anchors;
        this.clock = clock;
    }

    @Scheduled(every = "${backtrack.notary.every:10m}", delayed = "60s", concurrentExecution = ConcurrentExecution.SKIP)
    void anchor() {
        try {
            List<Head> grown = chains.notAnchored();
            while (!grown.isEmpty()) {
                Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
                anchors.add(now, grown);
                grown.forEach(chains::anchored);
                grown = chains.notAnchored();
            }
        } catch (RuntimeException e) {
            if (!Outages.isOutage(e)) {
                throw e;
            }
            LOG.debugf("anchoring waits for an outage to end, reason=%s", e.getMessage());
        }
    }
}
