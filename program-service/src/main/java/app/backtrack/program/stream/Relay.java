package app.backtrack.program.stream;

import app.backtrack.events.EventEnvelope;
import app.backtrack.events.Sealing.PatientErased;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Carries committed events into the log, in order, each only after the one before it was acknowledged. Until it is
 * noted that the log has them they stay in their stream: a crash or an outage on the way makes an event come twice,
 * never not at all.
 */
public final class Relay implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Relay.class);
    private static final int LANES = 64;

    private final Function<EventEnvelope<?>, ? extends CompletionStage<Void>> log;
    private final ExecutorService runners = Executors.newVirtualThreadPerTaskExecutor();
    /** One run at a time for a stream, so that this process never publishes a stream's events out of order. */
    private final List<Lock> lanes =
            Stream.<Lock>generate(ReentrantLock::new).limit(LANES).toList();

    /** Publishes through {@code log}, whose stage completes with the acknowledgement. */
    public Relay(Function<EventEnvelope<?>, ? extends CompletionStage<Void>> log) {
        this.log = log;
    }

    /**
     * Publishes what a stream holds unpublished and waits for it at most {@code patience}. It never fails: what is left
     * is in its stream still, and the sweep's to bring.
     *
     * @return whether the log has everything now
     */
    public boolean publish(StreamStore streams, String id, Duration patience) {
        Future<?> run = runners.submit(() -> publish(streams, id));
        try {
            run.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            LOG.warnf("an event waits for the sweep, no acknowledgement within=%s", patience);
        } catch (ExecutionException e) {
            LOG.warnf(e.getCause(), "an event waits for the sweep");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    /**
     * Publishes what a stream holds unpublished.
     *
     * @throws RuntimeException what the log or the store said; nothing is lost then
     */
    void publish(StreamStore streams, String id) {
        Lock lane = lanes.get(Math.floorMod(id.hashCode(), LANES));
        lane.lock();
        try {
            Optional<EventStream> stream = streams.find(id);
            if (stream.isPresent()) {
                stream.get().unpublished().forEach(this::acknowledged);
                streams.published(id, stream.get().version());
            }
        } finally {
            lane.unlock();
        }
    }

    private void acknowledged(EventEnvelope<?> event) {
        try {
            log.apply(event).toCompletableFuture().join();
        } catch (CompletionException e) {
            switch (e.getCause()) {
                // Nothing may be told about the patient any more, so the log is complete without it.
                case PatientErased erased -> LOG.debug("an event of an erased patient was passed over");
                case RuntimeException failure -> throw failure;
                case null, default -> throw e;
            }
        }
    }

    /** Lets the runs that are under way end; each has the publisher's deadline. */
    @Override
    public void close() {
        runners.close();
    }
}
