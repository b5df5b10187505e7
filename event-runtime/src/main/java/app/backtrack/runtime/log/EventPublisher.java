package app.backtrack.runtime.log;

import app.backtrack.events.EventCodec;
import app.backtrack.events.EventEnvelope;
import app.backtrack.events.Sealing.PatientErased;
import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Writes events to the log, sealed, with its own deadline over everything that the Kafka client may wait for. One
 * thread seals and sends, in the order of the calls; callers are never blocked.
 */
public final class EventPublisher implements AutoCloseable {
    private final KafkaProducer<byte[], byte[]> producer;
    private final EventCodec codec;
    private final long deadlineMillis;
    private final Semaphore inFlight;
    private final ExecutorService sender = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("event-publisher").daemon().factory());

    /** Publishes to the brokers of {@code config}. */
    public EventPublisher(LogConfig config, EventCodec codec) {
        this.producer = new KafkaProducer<>(KafkaSettings.producer(config));
        this.codec = codec;
        this.deadlineMillis = config.publishDeadline().toMillis();
        this.inFlight = new Semaphore(config.maxInFlight());
    }

    /**
     * Publishes an event; the future completes when every in-sync replica has it.
     *
     * <p>It fails with {@link LogUnavailable} when there is no acknowledgement in time or too much under way, with
     * {@link PatientErased} when nothing may be written about the patient any more, and with
     * {@code KeyStoreUnavailable} when the patient's key cannot be read.
     */
    public CompletableFuture<Void> publish(EventEnvelope<?> envelope) {
        if (!inFlight.tryAcquire()) {
            return CompletableFuture.failedFuture(new LogUnavailable("too many events are under way"));
        }
        CompletableFuture<Void> acknowledged = new CompletableFuture<>();
        CompletableFuture<Void> answer = acknowledged
                .orTimeout(deadlineMillis, TimeUnit.MILLISECONDS)
                .exceptionallyCompose(failure -> CompletableFuture.failedFuture(
                        failure instanceof TimeoutException
                                ? new LogUnavailable("no acknowledgement in " + deadlineMillis + " ms", failure)
                                : failure))
                .whenComplete((done, failure) -> inFlight.release());
        sender.execute(() -> send(envelope, acknowledged));
        return answer;
    }

    /** Publishes several events in their order; fails when one of them did. */
    public CompletableFuture<Void> publishAll(List<? extends EventEnvelope<?>> envelopes) {
        return CompletableFuture.allOf(envelopes.stream().map(this::publish).toArray(CompletableFuture[]::new));
    }

    private void send(EventEnvelope<?> envelope, CompletableFuture<Void> acknowledged) {
        if (acknowledged.isDone()) {
            return; // Its sender was told 503 already and will send it again.
        }
        try {
            // The outcome arrives in the callback, so the client's own future is not needed.
            var unused = producer.send(toRecord(envelope), (metadata, failure) -> {
                if (failure == null) {
                    acknowledged.complete(null);
                } else {
                    acknowledged.completeExceptionally(new LogUnavailable("the log refused an event", failure));
                }
            });
        } catch (PatientErased | RuntimeException e) {
            acknowledged.completeExceptionally(e);
        }
    }

    private ProducerRecord<byte[], byte[]> toRecord(EventEnvelope<?> envelope) throws PatientErased {
        CloudEvent event = codec.encode(envelope);
        byte[] key = envelope.subject().patient().toString().getBytes(StandardCharsets.UTF_8);
        return KafkaMessageFactory.<byte[]>createWriter(envelope.type().topic().topicName(), key)
                .writeBinary(event);
    }

    /** Sends what is waiting, for at most the deadline, and ends. */
    @Override
    public void close() {
        sender.close();
        producer.close(java.time.Duration.ofMillis(deadlineMillis));
    }
}
