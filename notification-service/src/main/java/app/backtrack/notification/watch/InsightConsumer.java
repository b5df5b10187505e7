package app.backtrack.notification.watch;

import app.backtrack.events.Topic;
import app.backtrack.runtime.log.LogClients;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Set;

/** Starts reading the log when the service starts. */
@Singleton
class InsightConsumer {
    static final Set<Topic> TOPICS = Set.of(Topic.PROGRAM_EVENTS, Topic.INSIGHT_EVENTS, Topic.ALERT_EVENTS);

    private final LogClients log;
    private final InsightProjector projector;

    InsightConsumer(LogClients log, InsightProjector projector) {
        this.log = log;
        this.projector = projector;
    }

    void start(@Observes StartupEvent event) {
        log.startLoop("notification-service", TOPICS, projector);
    }
}
