package app.backtrack.runtime.log;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.RangeAssignor;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The Kafka client settings that our guarantees rest on, in one place. */
final class KafkaSettings {
    /** Records are at most this large; dead letters have 64 KiB more for their headers. */
    static final int MAX_RECORD_BYTES = 1_048_588;

    /** How much larger a dead letter may be than its original: room for our headers. */
    static final int DEAD_LETTER_EXTRA_BYTES = 65_536;

    private static final String COMPRESSION = "gzip";
    private static final int MAX_UNPACKED_BYTES = 32 * 1024 * 1024;

    /** How long a batch may be under way before the group takes its partitions away; outages are waited out polling. */
    private static final int MAX_POLL_INTERVAL_MILLIS = 300_000;

    private KafkaSettings() {}

    /** For events: none is as large as a topic's limit. They go compressed, by what every JVM has; see ADR 43. */
    static Map<String, Object> producer(LogConfig config) {
        Map<String, Object> settings = ourProducer(config);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, COMPRESSION);
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, MAX_RECORD_BYTES);
        return with(config, settings);
    }

    /**
     * For dead letters: whatever could be fetched can be kept. A foreign record may have come in compressed, far larger
     * than the topic's limit, so it is compressed again.
     */
    static Map<String, Object> deadLetterProducer(LogConfig config) {
        Map<String, Object> settings = ourProducer(config);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, COMPRESSION);
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, MAX_UNPACKED_BYTES);
        settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 2L * MAX_UNPACKED_BYTES);
        return with(config, settings);
    }

    private static Map<String, Object> ourProducer(LogConfig config) {
        Map<String, Object> settings = common(config);
        settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 1);
        int deadline = Math.toIntExact(config.publishDeadline().toMillis());
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, deadline / 2);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, deadline - 100);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, deadline);
        return settings;
    }

    /** A member of a group over all partitions of a patient: range assignment keeps a patient's topics together. */
    static Map<String, Object> groupConsumer(LogConfig config, String group) {
        Map<String, Object> settings = consumer(config);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        settings.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, group + "-" + config.instanceId());
        settings.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, RangeAssignor.class.getName());
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 6_000);
        settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 1_500);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, config.maxBatch());
        settings.put(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, MAX_POLL_INTERVAL_MILLIS);
        return with(config, settings);
    }

    /** A reader of whole topics, without a group. */
    static Map<String, Object> follower(LogConfig config) {
        Map<String, Object> settings = consumer(config);
        // A question for the topic's end waits for the poll under way, and a request waits for the answer.
        settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 100);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5_000);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5_000);
        settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, 4_000);
        return with(config, settings);
    }

    static Map<String, Object> admin(LogConfig config) {
        Map<String, Object> settings = common(config);
        settings.put(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, 4_000);
        settings.put(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, 5_000);
        return with(config, settings);
    }

    private static Map<String, Object> consumer(LogConfig config) {
        Map<String, Object> settings = common(config);
        settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return settings;
    }

    private static Map<String, Object> common(LogConfig config) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, config.bootstrapServers());
        // Each client would register hundreds of figures as it starts, and tell the broker of them. What is looked at
        // of the log we count ourselves.
        settings.put(CommonClientConfigs.METRIC_REPORTER_CLASSES_CONFIG, "");
        settings.put(CommonClientConfigs.ENABLE_METRICS_PUSH_CONFIG, false);
        settings.put(CommonClientConfigs.RECONNECT_BACKOFF_MS_CONFIG, 50);
        settings.put(CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
        return settings;
    }

    private static Map<String, Object> with(LogConfig config, Map<String, Object> settings) {
        settings.putAll(config.clientSettings());
        return settings;
    }
}
