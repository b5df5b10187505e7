package app.backtrack.notification.delivery;

import app.backtrack.events.NotificationChannel;
import app.backtrack.runtime.log.Outages;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Works deliveries off, each channel on a thread of its own, so that a slow server holds up neither the log nor another
 * channel: at once when told that there are new ones, and by a sweep for those that wait for another attempt or whose
 * sender died. One thread is bound enough, for a mail server wants few connections; further instances of this service
 * share the work.
 */
@Singleton
public class DeliveryLoop {
    private static final Logger LOG = Logger.getLogger(DeliveryLoop.class);
    private static final Duration GOOD_BYE = Duration.ofSeconds(20);

    private final DeliveryRound round;
    private final Duration sweep;
    private final List<Lane> lanes;
    private volatile boolean closing;

    DeliveryLoop(DeliveryRound round, @All List<Transport> transports, DeliveryConfig config) {
        this.round = round;
        this.sweep = config.sweep();
        this.lanes = transports.stream().map(Lane::new).toList();
    }

    void start(@Observes StartupEvent event) {
        lanes.forEach(lane -> lane.thread.start());
    }

    /** Says that there is something new to send by a channel. */
    void wake(NotificationChannel channel) {
        lanes.stream().filter(lane -> lane.transport.channel() == channel).forEach(Lane::wake);
    }

    void stop(@Observes ShutdownEvent event) {
        closing = true;
        lanes.forEach(Lane::wake);
        lanes.forEach(Lane::join);
    }

    private static void report(Transport transport, RuntimeException failure) {
        String channel = transport.channel().wireName();
        if (Outages.isOutage(failure)) {
            LOG.warnf(
                    "Deliveries wait out an outage, channel=%s, cause=%s",
                    channel, failure.getClass().getSimpleName());
        } else {
            LOG.errorf(failure, "Delivery round broke off, goes on with the next sweep, channel=%s", channel);
        }
    }

    /** One channel's thread. */
    private final class Lane {
        private final Transport transport;
        private final Semaphore calls = new Semaphore(0);
        private final Thread thread;
        private boolean prepared;

        Lane(Transport transport) {
            this.transport = transport;
            this.thread = Thread.ofVirtual()
                    .name("deliver-" + transport.channel().wireName())
                    .unstarted(this::work);
        }

        void wake() {
            calls.release();
        }

        private void work() {
            while (!closing) {
                try {
                    if (!prepared) {
                        round.prepare();
                        prepared = true;
                    }
                    if (!round.run(transport)) {
                        rest();
                    }
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                } catch (RuntimeException e) {
                    report(transport, e);
                    restAfterTrouble();
                }
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

        private void join() {
            try {
                if (!thread.join(GOOD_BYE)) {
                    LOG.warn("A delivery round did not end in time; its claim runs out by itself");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
