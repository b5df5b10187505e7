package app.backtrack.notification.reminder;

import app.backtrack.events.Topic;
import app.backtrack.runtime.log.LogClients;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Set;

/**
 * Starts reading the log when the service starts. In a group of its own: patients log much more than is found about
 * them, and no alert should wait behind it.
 */
@Singleton
class ReminderConsumer {
    static final String GROUP = "notification-reminders";
    static final Set<Topic> TOPICS =
            Set.of(Topic.PROGRAM_EVENTS, Topic.SESSION_EVENTS, Topic.PAIN_EVENTS, Topic.INSIGHT_EVENTS);

    private final LogClients log;
    private final ReminderProjector projector;

    ReminderConsumer(LogClients log, ReminderProjector projector) {
        this.log = log;
        this.projector = projector;
    }

    void start(@Observes StartupEvent event) {
        log.startLoop(GROUP, TOPICS, projector);
    }
}
