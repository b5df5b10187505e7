package app.backtrack.program.stream;

import app.backtrack.runtime.log.LogClients;
import app.backtrack.runtime.log.Outages;
import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import org.jboss.logging.Logger;

/** Finds what a crash or an outage left unpublished, and publishes it. Several instances may do so at once. */
@Singleton
public class RelaySweep {
    private static final Logger LOG = Logger.getLogger(RelaySweep.class);
    private static final int BATCH = 500;

    private final List<StreamSource> sources;
    private final Relay relay;
    private final LogClients log;
    private volatile boolean topicsReady;

    /** Looks through all {@code sources}. */
    public RelaySweep(@All List<StreamSource> sources, Relay relay, LogClients log) {
        this.sources = List.copyOf(sources);
        this.relay = relay;
        this.log = log;
    }

    /** Sweeps before the first request; topics with settings that would lose events stop the start. */
    void start(@Observes StartupEvent event) {
        sweep();
    }

    /** Runs once; an outage ends the round, since it would meet every stream, and anything else its stream only. */
    @Scheduled(every = "${backtrack.relay.sweep:5s}", concurrentExecution = ConcurrentExecution.SKIP)
    public void sweep() {
        try {
            if (!topicsReady) {
                log.ensureTopics();
                topicsReady = true;
            }
            sources.forEach(source -> sweep(source.streams()));
        } catch (RuntimeException e) {
            if (!Outages.isOutage(e)) {
                throw e;
            }
            LOG.warnf("the sweep waits for an outage to end, reason=%s", e.getMessage());
        }
    }

    private void sweep(StreamStore<?> streams) {
        for (String id : streams.unpublished(BATCH)) {
            try {
                relay.run(streams, id);
            } catch (RuntimeException e) {
                if (Outages.isOutage(e)) {
                    throw e;
                }
                LOG.error("a stream cannot be published; its consumers fall behind", e);
            }
        }
    }
}
