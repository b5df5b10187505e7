package app.backtrack.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.local.LocalSystem;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Reads and writes the log behind the services' backs. */
final class LogBook {
    private static final Duration POLL = Duration.ofMillis(200);

    private final String brokers;

    LogBook(LocalSystem system) {
        this.brokers = system.addresses().kafka();
    }

    /** The names of all topics that are not Kafka's own. */
    Set<String> topics() {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            return consumer.listTopics().keySet().stream()
                    .filter(topic -> !topic.startsWith("__"))
                    .collect(Collectors.toSet());
        }
    }

    /** How many records lie in the dead letters of all topics. */
    int deadLetters() {
        Set<String> topics = topics().stream()
                .filter(topic -> topic.endsWith(".dead-letter"))
                .collect(Collectors.toSet());
        assertThat(topics).isNotEmpty();
        return read(topics).size();
    }

    /** Every record of these topics up to their ends as they are now. */
    List<ConsumerRecord<byte[], byte[]>> read(Collection<String> topics) {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            List<TopicPartition> partitions = topics.stream()
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL).forEach(records::add);
            }
            return records;
        }
    }

    /** Every record of one topic about one patient. */
    List<ConsumerRecord<byte[], byte[]>> read(String topic, Patient patient) {
        String key = new String(key(patient), StandardCharsets.UTF_8);
        return read(List.of(topic)).stream()
                .filter(record -> record.key() != null && new String(record.key(), StandardCharsets.UTF_8).equals(key))
                .toList();
    }

    /** Puts a record where those about this patient lie. */
    void write(String topic, Patient patient, byte @Nullable [] value, @Nullable Headers headers) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", brokers, "acks", "all", "max.request.size", 2_000_000);
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, null, key(patient), value, headers))
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker does not take a record", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a record was written", e);
        }
    }

    static byte[] key(Patient patient) {
        return patient.id().toString().getBytes(StandardCharsets.UTF_8);
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", brokers, ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
