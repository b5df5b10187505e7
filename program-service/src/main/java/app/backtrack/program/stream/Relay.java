package app.backtrack.program.stream;

import app.backtrack.events.Sealing.PatientErased;
import app.backtrack.runtime.fault.CrashPoint;
import app.backtrack.runtime.log.LogUnavailable;
import app.backtrack.runtime.log.Outages;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Carries committed events into the log, in order, each only after the one before it was acknowledged. Until it is
 * noted that the log has an event, it stays in its stream: a crash or an outage on the way makes it come twice, never
 * not at all. Runs take the caller's thread, so there are never more of them than requests.
 */
public final class Relay {
    private static final Logger LOG = Logger.getLogger(Relay.class);
    private static final int LANES = 64;

    private final EventLog log;
    private final Duration patience;
    /** One run at a time for a stream, so that this process never publishes a stream's events out of order. */
    private final List<Lock> lanes =
            Stream.<Lock>generate(ReentrantLock::new).limit(LANES).toList();

    /**
     * Publishes to {@code log}.
     *
     * @param patience how long a run may wait for acknowledgements
     */
    public Relay(EventLog log, Duration patience) {
        this.log = log;
        this.patience = patience;
    }

    /**
     * Publishes what a stream holds unpublished, as far as it goes. It never fails: what is left is in its stream
     * still, and the sweep's to bring.
     *
     * @return whether the log has everything now
     */
    public boolean publish(StreamStore<?> streams, String id) {
        try {
            run(streams, id);
            return true;
        } catch (RuntimeException e) {
            if (Outages.isOutage(e)) {
                LOG.warnf("an event waits for the sweep, reason=%s", e.getMessage());
            } else {
                LOG.error("an event waits for the sweep", e);
            }
            return false;
        }
    }

    /**
     * Publishes what a stream holds unpublished.
     *
     * @throws LogUnavailable if there was no acknowledgement in time
     * @throws RuntimeException what the log or the store said otherwise; nothing is lost then
     */
    <E> void run(StreamStore<E> streams, String id) {
        CrashPoint.DECIDED.reached();
        long end = System.nanoTime() + patience.toNanos();
        Lock lane = lanes.get(Math.floorMod(id.hashCode(), LANES));
        try {
            if (!lane.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new LogUnavailable("another run takes too long");
            }
            try {
                Optional<EventStream<E>> stream = streams.find(id);
                if (stream.isPresent()) {
                    carry(streams, stream.get(), end);
                }
            } finally {
                lane.unlock();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LogUnavailable("interrupted while an event was published", e);
        }
    }

    private <E> void carry(StreamStore<E> streams, EventStream<E> stream, long end) throws InterruptedException {
        int version = stream.publishedVersion();
        for (E event : stream.unpublished()) {
            acknowledged(streams.form().publish(event, log), end - System.nanoTime());
            CrashPoint.RELAYED.reached();
            version++;
            streams.published(stream.id(), version);
            CrashPoint.RELAY_NOTED.reached();
        }
    }

    private void acknowledged(CompletionStage<Void> published, long nanos) throws InterruptedException {
        try {
            published.toCompletableFuture().get(nanos, TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new LogUnavailable("no acknowledgement within " + patience, e);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                // Nothing may be told about the patient any more, so the log is complete without it.
                case PatientErased erased -> LOG.debug("an event of an erased patient was passed over");
                case RuntimeException failure -> throw failure;
                case null, default -> throw new CompletionException(e.getCause());
            }
        }
    }
}
