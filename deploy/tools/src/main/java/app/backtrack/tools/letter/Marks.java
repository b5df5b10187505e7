package app.backtrack.tools.letter;

import app.backtrack.events.EventJson;
import app.backtrack.tools.place.CannotException;
import app.backtrack.tools.place.Log;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * Remembers in the log what was done about which letter, so that a command that is given twice, or was ended in
 * between, puts nothing back twice. Between putting a record back and remembering it a crash can repeat one; consumers
 * count it once all the same.
 */
final class Marks {
    /** Compacted, so the last mark of each letter stays for good. */
    static final String TOPIC = "dead-letters.handled";

    private final Log log;

    Marks(Log log) {
        this.log = log;
    }

    /** Every mark there is. */
    Map<LetterId, Mark> read() {
        Map<LetterId, Mark> marks = new HashMap<>();
        if (log.topics().contains(TOPIC)) {
            log.read(log.ends(log.partitions(List.of(TOPIC))), record -> put(marks, record));
        }
        return marks;
    }

    /** Makes the place where marks are kept, unless it is there. */
    void prepare() {
        if (log.topics().contains(TOPIC)) {
            return;
        }
        try (Admin admin = log.admin()) {
            NewTopic topic = new NewTopic(TOPIC, 1, log.replicationFactor())
                    .configs(Map.of("cleanup.policy", "compact", "message.timestamp.type", "LogAppendTime"));
            admin.createTopics(List.of(topic)).all().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotException("Interrupted while " + TOPIC + " was made.");
        } catch (ExecutionException | KafkaException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new CannotException("The topic " + TOPIC + " cannot be made: " + e.getMessage()
                        + ". Where tools may not make topics, make it with one partition, cleanup.policy=compact.");
            }
        }
    }

    /** Keeps a mark; the caller waits for it. */
    Future<RecordMetadata> keep(KafkaProducer<byte[], byte[]> producer, LetterId letter, Mark mark) {
        return producer.send(new ProducerRecord<>(
                TOPIC, 0, letter.toString().getBytes(StandardCharsets.UTF_8), EventJson.write(mark)));
    }

    private static void put(Map<LetterId, Mark> marks, ConsumerRecord<byte[], byte[]> record) {
        try {
            LetterId letter = LetterId.of(new String(record.key(), StandardCharsets.UTF_8));
            marks.put(letter, EventJson.read(record.value(), Mark.class));
        } catch (IOException | IllegalArgumentException e) {
            throw new CannotException(TOPIC + " holds what this version cannot read, at offset " + record.offset());
        }
    }
}
