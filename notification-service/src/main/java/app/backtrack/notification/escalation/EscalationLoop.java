package app.backtrack.notification.escalation;

import app.backtrack.notification.alert.AlertStore;
import app.backtrack.notification.inbox.InboxStore;
import app.backtrack.runtime.log.Outages;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Looks for alerts to escalate, again and again, on a thread of its own. */
@Singleton
class EscalationLoop {
    private static final Logger LOG = Logger.getLogger(EscalationLoop.class);
    /** Against pauses of five minutes and more, so exact enough. */
    private static final Duration SWEEP = Duration.ofSeconds(15);

    private static final Duration GOOD_BYE = Duration.ofSeconds(10);

    private final EscalationRound round;
    private final AlertStore alerts;
    private final InboxStore inbox;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread = Thread.ofVirtual().name("escalation").unstarted(this::work);

    EscalationLoop(EscalationRound round, AlertStore alerts, InboxStore inbox) {
        this.round = round;
        this.alerts = alerts;
        this.inbox = inbox;
    }

    void start(@Observes StartupEvent event) {
        thread.start();
    }

    private void work() {
        boolean prepared = false;
        do {
            try {
                if (!prepared) {
                    alerts.prepare();
                    inbox.prepare();
                    prepared = true;
                }
                round.run();
            } catch (RuntimeException e) {
                report(e);
            }
        } while (rest());
    }

    private boolean rest() {
        try {
            return !closing.await(SWEEP.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void report(RuntimeException failure) {
        if (Outages.isOutage(failure)) {
            LOG.warnf(
                    "Escalation waits out an outage, cause=%s",
                    failure.getClass().getSimpleName());
        } else {
            LOG.error("A round of escalation broke off, goes on with the next", failure);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        closing.countDown();
        try {
            if (!thread.join(GOOD_BYE)) {
                LOG.warn("Escalation did not end in time; the next process goes on");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
