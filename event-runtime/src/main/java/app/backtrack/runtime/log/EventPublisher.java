package app.backtrack.runtime.log;

import app.backtrack.events.ClinicCodec;
import app.backtrack.events.ClinicEnvelope;
import app.backtrack.events.EventCodec;
import app.backtrack.events.EventEnvelope;
import app.backtrack.events.Sealing.PatientErased;
import app.backtrack.events.Topic;
import app.backtrack.runtime.fault.CrashPoint;
import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jspecify.annotations.Nullable;

/**
 * Writes events to the log, those of patients sealed, with its own deadline over everything that the Kafka client may
 * wait for. One thread seals and sends, in the order of the calls; callers are never blocked, and what they do next
 * runs on a virtual thread of its own, where it may block.
 */
public final class EventPublisher implements AutoCloseable {
    private final KafkaProducer<byte[], byte[]> producer;
    private final EventCodec codec;
    private final Duration deadline;
    private final Semaphore inFlight;
    private final LogCondition condition;
    private final boolean sending;
    private final ExecutorService sender = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("event-publisher").daemon().factory());
    private final ExecutorService answers = Executors.newVirtualThreadPerTaskExecutor();

    /** Publishes to the brokers of {@code config}. */
    public EventPublisher(LogConfig config, EventCodec codec) {
        this(config, codec, Clock.systemUTC());
    }

    EventPublisher(LogConfig config, EventCodec codec, InstantSource ourClock) {
        this.producer = new KafkaProducer<>(KafkaSettings.producer(config));
        this.codec = codec;
        this.deadline = config.publishDeadline();
        this.sending = config.sending();
        this.inFlight = new Semaphore(config.maxInFlight());
        this.condition = new LogCondition(config, producer, ourClock);
    }

    /**
     * Publishes an event; the future completes when every in-sync replica has it.
     *
     * <p>It fails with {@link LogUnavailable} when there is no acknowledgement in time or too much under way, with
     * {@link ClockOff} when our clock is off, with {@link PatientErased} when nothing may be written about the patient
     * any more, and with {@code KeyStoreUnavailable} when the patient's key cannot be read. Before our clock was
     * compared with the broker's the first time, it waits for that, within the same time.
     */
    public CompletableFuture<Void> publish(EventEnvelope<?> envelope) {
        return publish(() -> toRecord(envelope));
    }

    /**
     * Publishes an event of a clinic, which is not sealed; the future completes when every in-sync replica has it, and
     * fails with {@link LogUnavailable} or {@link ClockOff} as for events of patients.
     */
    public CompletableFuture<Void> publish(ClinicEnvelope envelope) {
        return publish(() -> toRecord(envelope));
    }

    /** An event that becomes a record on the sender's thread. */
    private interface Unsent {
        ProducerRecord<byte[], byte[]> toRecord() throws PatientErased;
    }

    private CompletableFuture<Void> publish(Unsent event) {
        Optional<ClockOff> clockOff = condition.clockOff();
        if (clockOff.isPresent()) {
            return CompletableFuture.failedFuture(clockOff.get());
        }
        if (!inFlight.tryAcquire()) {
            return CompletableFuture.failedFuture(new LogUnavailable("too many events are under way"));
        }
        CompletableFuture<Void> acknowledged = new CompletableFuture<>();
        try {
            sender.execute(() -> send(event, acknowledged));
        } catch (RejectedExecutionException e) {
            inFlight.release();
            return CompletableFuture.failedFuture(new LogUnavailable("the publisher is closed", e));
        }
        CompletableFuture<Void> answer = new CompletableFuture<>();
        var unused = acknowledged
                .orTimeout(deadline.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((done, failure) -> answers.execute(() -> settle(answer, failure)));
        return answer;
    }

    /** What is known of the log that this publishes to. */
    LogCondition condition() {
        return condition;
    }

    private void settle(CompletableFuture<Void> answer, @Nullable Throwable failure) {
        switch (failure) {
            case null -> answer.complete(null);
            case TimeoutException late ->
                answer.completeExceptionally(
                        new LogUnavailable("no acknowledgement in " + deadline.toMillis() + " ms", late));
            default -> answer.completeExceptionally(failure);
        }
    }

    /** A permit is held until the client has let go of the record, so that what waits anywhere is bounded. */
    private void send(Unsent event, CompletableFuture<Void> acknowledged) {
        if (acknowledged.isDone()) {
            inFlight.release(); // Its sender was told 503 already and will send it again.
            return;
        }
        ProducerRecord<byte[], byte[]> record;
        try {
            record = event.toRecord();
        } catch (PatientErased | RuntimeException e) {
            inFlight.release();
            acknowledged.completeExceptionally(e);
            return;
        }
        if (!sending) {
            inFlight.release();
            acknowledged.complete(null);
            return;
        }
        Optional<RuntimeException> refused = condition.refusal();
        if (refused.isPresent()) {
            inFlight.release();
            acknowledged.completeExceptionally(refused.get());
            return;
        }
        CrashPoint.BEFORE_SEND.reached();
        long sentAt = condition.millis();
        try {
            // The outcome arrives in the callback, so the client's own future is not needed.
            var unused = producer.send(record, (metadata, failure) -> {
                inFlight.release();
                answer(acknowledged, sentAt, metadata, failure);
            });
        } catch (KafkaException | IllegalStateException e) {
            inFlight.release();
            acknowledged.completeExceptionally(new LogUnavailable("the log client refused an event", e));
        }
    }

    private void answer(
            CompletableFuture<Void> acknowledged,
            long sentAt,
            @Nullable RecordMetadata metadata,
            @Nullable Exception failure) {
        switch (failure) {
            case null -> {
                condition.taken(sentAt, metadata);
                CrashPoint.ACKNOWLEDGED.reached();
                acknowledged.complete(null);
            }
            case RecordTooLargeException large ->
                // Sent again it would be as large: no outage.
                acknowledged.completeExceptionally(new IllegalStateException("an event is too large for the log"));
            default -> {
                condition.refused(failure);
                acknowledged.completeExceptionally(new LogUnavailable("the log refused an event", failure));
            }
        }
    }

    private ProducerRecord<byte[], byte[]> toRecord(EventEnvelope<?> envelope) throws PatientErased {
        CloudEvent event = codec.encode(envelope);
        return toRecord(envelope.type().topic(), envelope.subject().patient().toString(), event);
    }

    private static ProducerRecord<byte[], byte[]> toRecord(ClinicEnvelope envelope) {
        return toRecord(Topic.CLINIC_EVENTS, envelope.clinic().value(), ClinicCodec.encode(envelope));
    }

    private static ProducerRecord<byte[], byte[]> toRecord(Topic topic, String key, CloudEvent event) {
        return KafkaMessageFactory.createWriter(topic.topicName(), key.getBytes(StandardCharsets.UTF_8))
                .writeBinary(event);
    }

    /** Sends what is waiting, for at most the deadline, and ends. */
    @Override
    public void close() {
        condition.close();
        sender.shutdown();
        try {
            if (!sender.awaitTermination(deadline.toMillis(), TimeUnit.MILLISECONDS)) {
                sender.shutdownNow();
            }
        } catch (InterruptedException e) {
            sender.shutdownNow();
            Thread.currentThread().interrupt();
        }
        producer.close(deadline);
    }
}
