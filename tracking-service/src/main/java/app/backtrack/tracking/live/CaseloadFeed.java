package app.backtrack.tracking.live;

import app.backtrack.events.ClinicId;
import app.backtrack.runtime.log.Outages;
import app.backtrack.tracking.caseload.CaseloadStore;
import app.backtrack.tracking.caseload.CaseloadStore.ChangedRow;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Looks once a second, for each clinic that somebody of listens to, which rows changed, and tells the listeners. Each
 * process asks the store by itself, so it does not matter which of them wrote a row.
 */
@Singleton
class CaseloadFeed {
    private static final Logger LOG = Logger.getLogger(CaseloadFeed.class);
    private static final int STREAMS_PER_CALLER = 4;
    private static final Duration LIFE = Duration.ofMinutes(15);
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private final CaseloadStore store;
    private final Clock clock;
    private final Map<Listener, String> listeners = new ConcurrentHashMap<>();

    CaseloadFeed(CaseloadStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Whether a caller has as many streams open as one may have. */
    boolean isFull(String caller) {
        return listeners.values().stream().filter(caller::equals).count() >= STREAMS_PER_CALLER;
    }

    void add(Listener listener, String caller) {
        listeners.put(listener, caller);
    }

    void remove(Listener listener) {
        listeners.remove(listener);
    }

    @Scheduled(every = "${backtrack.caseload.live-every:1s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void look() {
        try {
            look(clock.instant());
        } catch (RuntimeException e) {
            if (!Outages.isOutage(e)) {
                throw e;
            }
            LOG.debugf("Changes of caseloads wait out an outage, cause=%s", e.toString());
        }
    }

    private void look(Instant now) {
        try {
            listeners.keySet().stream()
                    .collect(Collectors.groupingBy(Listener::clinic))
                    .forEach((clinic, own) -> look(clinic, own, now));
        } finally {
            listeners.keySet().forEach(listener -> keepUp(listener, now));
        }
    }

    private void look(ClinicId clinic, List<Listener> own, Instant now) {
        Instant from = own.stream().map(Listener::from).min(Instant::compareTo).orElse(now);
        List<ChangedRow> changed = store.changed(
                clinic, from, (patient, changedAt) -> own.stream().anyMatch(one -> one.isNews(patient, changedAt)));
        for (Listener listener : own) {
            changed.forEach(row -> listener.tell(row, now));
            listener.caughtUp(now);
        }
    }

    private void keepUp(Listener listener, Instant now) {
        if (listener.isOpenedBefore(now.minus(LIFE))) {
            listener.end();
        } else {
            listener.beat(now, HEARTBEAT);
        }
    }
}
