package app.backtrack.runtime.log;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * Keeps records that could not be handled: original key, bytes and headers, and beside them why, and where they stood.
 * They can be replayed after a fix.
 */
final class DeadLetters implements AutoCloseable {
    private static final String PREFIX = "backtrack_dead_letter_";

    private final KafkaProducer<byte[], byte[]> producer;
    private final String group;
    private final Duration deadline;

    DeadLetters(LogConfig config, String group) {
        this.producer = new KafkaProducer<>(KafkaSettings.deadLetterProducer(config));
        this.group = group;
        this.deadline = config.publishDeadline();
    }

    /** Keeps a record; returns when the log has it, and throws {@link LogUnavailable} when it does not in time. */
    void keep(ConsumerRecord<byte[], byte[]> record, String reason) {
        Headers headers = new RecordHeaders(record.headers().toArray());
        put(headers, "reason", reason);
        put(headers, "consumer", group);
        put(headers, "topic", record.topic());
        put(headers, "partition", String.valueOf(record.partition()));
        put(headers, "offset", String.valueOf(record.offset()));
        ProducerRecord<byte[], byte[]> letter = new ProducerRecord<>(
                record.topic() + ".dead-letter", record.partition(), record.key(), record.value(), headers);
        try {
            producer.send(letter).get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LogUnavailable("interrupted before a dead letter was kept", e);
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            throw new LogUnavailable("a dead letter could not be kept", e);
        }
    }

    private static void put(Headers headers, String name, String value) {
        headers.remove(PREFIX + name);
        headers.add(PREFIX + name, value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        producer.close(deadline);
    }
}
