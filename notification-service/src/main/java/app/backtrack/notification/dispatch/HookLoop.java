package app.backtrack.notification.dispatch;

import app.backtrack.notification.webhook.EndpointStore;
import app.backtrack.runtime.log.Outages;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Works webhooks off: at once when told that there are new ones, and by a sweep for those that wait. */
@Singleton
class HookLoop {
    private static final Logger LOG = Logger.getLogger(HookLoop.class);
    private static final Duration SWEEP = Duration.ofSeconds(2);
    /** Longer than one attempt. */
    private static final Duration GOOD_BYE = Duration.ofSeconds(20);

    private final HookRound round;
    private final HookMessageStore messages;
    private final EndpointStore endpoints;
    private final Semaphore calls = new Semaphore(0);
    private final Thread thread = Thread.ofVirtual().name("webhooks").unstarted(this::work);
    private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean closing;

    HookLoop(HookRound round, HookMessageStore messages, EndpointStore endpoints) {
        this.round = round;
        this.messages = messages;
        this.endpoints = endpoints;
    }

    void start(@Observes StartupEvent event) {
        thread.start();
    }

    /** Says that there is a new message to send. */
    void wake() {
        calls.release();
    }

    private void work() {
        boolean prepared = false;
        while (!closing) {
            boolean more = false;
            try {
                if (!prepared) {
                    messages.prepare();
                    endpoints.prepare();
                    prepared = true;
                }
                more = round.run(task -> senders.execute(() -> guarded(task)), this::wake);
            } catch (RuntimeException e) {
                report(e);
            }
            if (!more) {
                rest();
            }
        }
    }

    private static void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            report(e);
        }
    }

    private static void report(RuntimeException failure) {
        if (Outages.isOutage(failure)) {
            LOG.warnf(
                    "Webhooks wait out an outage, cause=%s", failure.getClass().getSimpleName());
        } else {
            LOG.error("A webhook broke off, goes on when its lease is over", failure);
        }
    }

    private void rest() {
        try {
            if (calls.tryAcquire(SWEEP.toMillis(), TimeUnit.MILLISECONDS)) {
                calls.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closing = true;
        }
    }

    void stop(@Observes ShutdownEvent event) {
        closing = true;
        calls.release();
        senders.shutdown();
        try {
            if (!thread.join(GOOD_BYE) || !senders.awaitTermination(GOOD_BYE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("Webhooks did not end in time; their claims run out by themselves");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
