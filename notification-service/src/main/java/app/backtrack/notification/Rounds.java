package app.backtrack.notification;

import app.backtrack.runtime.log.Outages;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/**
 * Repeats a round of work on a thread of its own: at once while there is more or when it is woken, else after a pause.
 * A round that breaks off is reported and comes again; an outage is waited out.
 */
public final class Rounds implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Rounds.class);
    private static final Duration GOOD_BYE = Duration.ofSeconds(20);

    private final String name;
    private final Duration pause;
    private final Runnable prepare;
    private final BooleanSupplier round;
    private final Semaphore calls = new Semaphore(0);
    private final Thread thread;
    private volatile boolean closing;

    /**
     * Plans the work; it begins with {@link #start()}.
     *
     * @param name of the thread, and for the log
     * @param pause how long to rest where there is nothing more to do
     * @param prepare done once before the first round
     * @param round does some work, and says whether there may be more already
     */
    public Rounds(String name, Duration pause, Runnable prepare, BooleanSupplier round) {
        this.name = name;
        this.pause = pause;
        this.prepare = prepare;
        this.round = round;
        this.thread = Thread.ofVirtual().name(name).unstarted(this::work);
    }

    /** Begins. */
    public void start() {
        thread.start();
    }

    /** Says that there is something to do. */
    public void wake() {
        calls.release();
    }

    private void work() {
        boolean prepared = false;
        while (!closing) {
            boolean more = false;
            try {
                if (!prepared) {
                    prepare.run();
                    prepared = true;
                }
                more = round.getAsBoolean();
            } catch (RuntimeException e) {
                report(e);
            }
            if (!more && !rest()) {
                return;
            }
        }
    }

    private void report(RuntimeException failure) {
        if (Outages.isOutage(failure)) {
            LOG.warnf(
                    "Work waits out an outage, work=%s, cause=%s",
                    name, failure.getClass().getSimpleName());
        } else {
            LOG.errorf(failure, "A round of work broke off, goes on with the next, work=%s", name);
        }
    }

    private boolean rest() {
        try {
            if (calls.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                calls.drainPermits();
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Ends after the round that is under way. */
    @Override
    public void close() {
        closing = true;
        calls.release();
        try {
            if (!thread.join(GOOD_BYE)) {
                LOG.warnf("Work did not end in time; what it claimed runs out by itself, work=%s", name);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
