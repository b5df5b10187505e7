package app.backtrack.runtime.log;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/**
 * Asks the broker for its time now and then, by an empty record on a topic that nobody reads: a clock that is off is
 * found before it has marked an event, and found mended although nothing is published meanwhile. So is a log that takes
 * nothing in.
 */
final class ClockChecks implements AutoCloseable {
    /** Holds the empty records for an hour; one partition. */
    static final String TOPIC = "clock-checks";

    private static final Logger LOG = Logger.getLogger(ClockChecks.class);
    private static final byte[] NOTHING = new byte[0];

    /** Between two questions until the first is answered: nothing is written before. */
    private static final Duration FIRST = Duration.ofMillis(100);

    /** After the log took nothing in: nobody else may ask whether it does again. */
    private static final Duration AGAIN = Duration.ofSeconds(1);

    private final KafkaProducer<byte[], byte[]> producer;
    private final BrokerClock clock;
    private final Acknowledgements acknowledgements;
    private final Duration every;
    private final ScheduledExecutorService rhythm = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("clock-checks").daemon().factory());

    ClockChecks(
            KafkaProducer<byte[], byte[]> producer,
            BrokerClock clock,
            Acknowledgements acknowledgements,
            Duration every) {
        this.producer = producer;
        this.clock = clock;
        this.acknowledgements = acknowledgements;
        this.every = every;
        ask(Duration.ZERO);
    }

    private void ask(Duration pause) {
        try {
            var unused = rhythm.schedule(this::check, pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closed) {
            LOG.debug("The broker's clock is asked no more");
        }
    }

    /** Asks now; answers whether the log took the question in. */
    CompletableFuture<Boolean> askNow() {
        CompletableFuture<Boolean> taken = new CompletableFuture<>();
        try {
            rhythm.execute(() -> send(taken));
        } catch (RejectedExecutionException closed) {
            taken.complete(false);
        }
        return taken;
    }

    private void check() {
        try {
            send(new CompletableFuture<>());
        } finally {
            ask(pause());
        }
    }

    private Duration pause() {
        Duration wanted = every;
        if (!clock.isCompared()) {
            wanted = FIRST;
        } else if (acknowledgements.failing()) {
            wanted = AGAIN;
        }
        return wanted.compareTo(every) < 0 ? wanted : every;
    }

    private void send(CompletableFuture<Boolean> taken) {
        long sentAt = clock.millis();
        try {
            var unused = producer.send(new ProducerRecord<>(TOPIC, NOTHING), (metadata, failure) -> {
                if (failure != null) {
                    acknowledgements.refused(failure);
                    taken.complete(false);
                    return;
                }
                acknowledgements.taken();
                if (metadata.hasTimestamp()) {
                    clock.acknowledged(sentAt, metadata.timestamp());
                }
                taken.complete(true);
            });
        } catch (KafkaException | IllegalStateException e) {
            acknowledgements.refused(e);
            taken.complete(false);
            LOG.debugf(
                    "The broker's clock cannot be asked, cause=%s", e.getClass().getSimpleName());
        }
    }

    @Override
    public void close() {
        rhythm.shutdownNow();
    }
}
