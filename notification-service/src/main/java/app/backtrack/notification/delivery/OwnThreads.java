package app.backtrack.notification.delivery;

import app.backtrack.runtime.log.Outages;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Sends each message on a thread of its own, for channels without a common server: one that hangs holds up no other.
 */
final class OwnThreads implements Executor, AutoCloseable {
    private static final Logger LOG = Logger.getLogger(OwnThreads.class);
    /** Bounds memory and connections; so many that hang at once hold up the others after all. */
    private static final int AT_ONCE = 64;
    /** Longer than one attempt. */
    private static final Duration GOOD_BYE = Duration.ofSeconds(20);

    private final Semaphore room = new Semaphore(AT_ONCE);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** Waits for room, then begins. */
    @Override
    public void execute(Runnable sending) {
        room.acquireUninterruptibly();
        threads.execute(() -> {
            try {
                sending.run();
            } catch (RuntimeException e) {
                report(e);
            } finally {
                room.release();
            }
        });
    }

    private static void report(RuntimeException failure) {
        if (Outages.isOutage(failure)) {
            LOG.warnf(
                    "A message waits out an outage, cause=%s",
                    failure.getClass().getSimpleName());
        } else {
            LOG.error("A message broke off, goes on when its lease is over", failure);
        }
    }

    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(GOOD_BYE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("Messages did not end in time; their claims run out by themselves");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
