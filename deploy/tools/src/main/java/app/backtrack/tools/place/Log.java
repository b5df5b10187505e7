package app.backtrack.tools.place;

import app.backtrack.runtime.log.LogConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The log of an installation, for commands: read up to its end as it is now, write, look after topics. */
public final class Log {
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int DEADLINE_MILLIS = 15_000;
    private static final int LARGEST_RECORD = 32 * 1024 * 1024;

    private final LogConfig config;

    /** With the brokers, and the client settings, of the services. */
    public Log(LogConfig config) {
        this.config = config;
    }

    /** How many replicas a topic gets; -1 is the broker's default. */
    public short replicationFactor() {
        return config.replicationFactor();
    }

    /** Every topic that is not Kafka's own. */
    public Set<String> topics() {
        try (Admin admin = admin()) {
            return answer(admin.listTopics().names());
        }
    }

    /** The partitions of topics that exist. */
    public List<TopicPartition> partitions(Collection<String> topics) {
        try (Admin admin = admin()) {
            List<TopicPartition> partitions = new ArrayList<>();
            answer(admin.describeTopics(topics).allTopicNames())
                    .forEach((topic, description) -> description
                            .partitions()
                            .forEach(one -> partitions.add(new TopicPartition(topic, one.partition()))));
            return partitions;
        }
    }

    /** Where each partition ends now. */
    public Map<TopicPartition, Long> ends(Collection<TopicPartition> partitions) {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            return consumer.endOffsets(partitions);
        }
    }

    /**
     * Shows every record of some partitions from the first one kept up to given ends, each partition's in order.
     *
     * @throws CannotException if nothing comes for 30 s
     */
    public void read(Map<TopicPartition, Long> ends, Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        if (ends.values().stream().allMatch(end -> end == 0)) {
            return;
        }
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            consumer.assign(ends.keySet());
            consumer.seekToBeginning(ends.keySet());
            long quietSince = System.nanoTime();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                ConsumerRecords<byte[], byte[]> polled = consumer.poll(POLL);
                for (ConsumerRecord<byte[], byte[]> record : polled) {
                    if (record.offset()
                            < ends.getOrDefault(new TopicPartition(record.topic(), record.partition()), 0L)) {
                        reader.accept(record);
                    }
                }
                if (!polled.isEmpty()) {
                    quietSince = System.nanoTime();
                } else if (System.nanoTime() - quietSince > PATIENCE.toNanos()) {
                    throw new CannotException("The log stopped answering in the middle; try again when it is back.");
                }
            }
        }
    }

    /** A producer that leaves bytes as they are and waits for every replica. The caller closes it. */
    public KafkaProducer<byte[], byte[]> producer() {
        Map<String, Object> settings = common();
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 5);
        // As large as what a dead letter can hold: a foreign record may have come in compressed.
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "gzip");
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_RECORD);
        settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 2L * LARGEST_RECORD);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, DEADLINE_MILLIS);
        settings.putAll(config.clientSettings());
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** For questions about topics and groups. The caller closes it. */
    public Admin admin() {
        Map<String, Object> settings = common();
        settings.put("default.api.timeout.ms", DEADLINE_MILLIS);
        settings.putAll(config.clientSettings());
        return Admin.create(settings);
    }

    /**
     * What a broker answers.
     *
     * @throws CannotException if it does not
     */
    public static <T> T answer(KafkaFuture<T> asked) {
        try {
            return asked.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotException("Interrupted while the log was asked.");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof TimeoutException
                    ? away()
                    : new CannotException("The log refuses: " + e.getCause());
        }
    }

    /** Says that no broker answers. */
    public static CannotException away() {
        return new CannotException("No broker answers. Compare KAFKA_BOOTSTRAP_SERVERS with where the log is.");
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        Map<String, Object> settings = common();
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put("default.api.timeout.ms", DEADLINE_MILLIS);
        settings.putAll(config.clientSettings());
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private Map<String, Object> common() {
        Map<String, Object> settings = new HashMap<>();
        settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, config.bootstrapServers());
        settings.put(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, DEADLINE_MILLIS);
        return settings;
    }
}
