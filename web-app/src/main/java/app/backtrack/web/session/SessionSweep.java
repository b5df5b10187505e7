package app.backtrack.web.session;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Removes sessions that have ended; they are of no use before either, so nothing depends on when. */
@Singleton
final class SessionSweep {
    private final SessionStore store;
    private final Clock clock;

    SessionSweep(SessionStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Scheduled(every = "10m", delayed = "2m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void sweep() {
        store.ended(clock.instant()).forEach(store::end);
    }
}
