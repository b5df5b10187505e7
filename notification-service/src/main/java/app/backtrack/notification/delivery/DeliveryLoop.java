package app.backtrack.notification.delivery;

import app.backtrack.runtime.log.Outages;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Works mails off on a thread of its own, so that a slow mail server never holds up the log: at once when told that
 * there are new ones, and by a sweep for those that wait for another attempt or whose sender died. One thread is bound
 * enough, for a mail server wants few connections; further instances of this service share the work.
 */
@Singleton
public class DeliveryLoop {
    private static final Logger LOG = Logger.getLogger(DeliveryLoop.class);
    private static final Duration GOOD_BYE = Duration.ofSeconds(20);

    private final DeliveryRound round;
    private final DeliveryStore store;
    private final Duration sweep;
    private final Semaphore calls = new Semaphore(0);
    private final Thread thread = Thread.ofVirtual().name("mail").unstarted(this::work);
    private volatile boolean closing;

    DeliveryLoop(DeliveryRound round, DeliveryStore store, MailConfig config) {
        this.round = round;
        this.store = store;
        this.sweep = config.sweep();
    }

    void start(@Observes StartupEvent event) {
        thread.start();
    }

    /** Says that there is new mail to send. */
    public void wake() {
        calls.release();
    }

    private void work() {
        boolean prepared = false;
        while (!closing) {
            try {
                if (!prepared) {
                    store.prepare();
                    prepared = true;
                }
                if (!round.run()) {
                    rest();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                report(e);
                restAfterTrouble();
            }
        }
    }

    private static void report(RuntimeException failure) {
        if (Outages.isOutage(failure)) {
            LOG.warnf("Mail waits out an outage, cause=%s", failure.getClass().getSimpleName());
        } else {
            LOG.error("Mail round broke off, goes on with the next sweep", failure);
        }
    }

    private void rest() throws InterruptedException {
        if (calls.tryAcquire(sweep.toMillis(), TimeUnit.MILLISECONDS)) {
            calls.drainPermits();
        }
    }

    private void restAfterTrouble() {
        try {
            rest();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closing = true;
        }
    }

    void stop(@Observes ShutdownEvent event) {
        closing = true;
        calls.release();
        try {
            if (!thread.join(GOOD_BYE)) {
                LOG.warn("Mail round did not end in time; its claim runs out by itself");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
