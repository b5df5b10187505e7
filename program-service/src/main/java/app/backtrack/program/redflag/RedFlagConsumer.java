package app.backtrack.program.redflag;

import app.backtrack.events.Topic;
import app.backtrack.runtime.log.LogClients;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Set;

/** Starts reading what was found about patients when the service starts. */
@Singleton
class RedFlagConsumer {
    private final LogClients log;
    private final RedFlagProjector projector;

    RedFlagConsumer(LogClients log, RedFlagProjector projector) {
        this.log = log;
        this.projector = projector;
    }

    void start(@Observes StartupEvent event) {
        log.startLoop("program-service", Set.of(Topic.INSIGHT_EVENTS), projector);
    }
}
