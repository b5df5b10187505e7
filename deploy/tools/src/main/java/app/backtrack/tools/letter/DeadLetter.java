package app.backtrack.tools.letter;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * A record that a consumer could not handle, as the dead letters keep it.
 *
 * @param id its name
 * @param reason why, a constant phrase
 * @param consumer the group that could not handle it
 * @param origin where the record lay, {@code topic/partition/offset}; two consumers may have kept the same one
 * @param when it was kept, UTC
 * @param record key, bytes and headers
 */
record DeadLetter(
        LetterId id,
        String reason,
        String consumer,
        String origin,
        Instant when,
        ConsumerRecord<byte[], byte[]> record) {
    private static final String SUFFIX = ".dead-letter";
    private static final String PREFIX = "backtrack_dead_letter_";

    static DeadLetter of(ConsumerRecord<byte[], byte[]> record) {
        String topic = record.topic().substring(0, record.topic().length() - SUFFIX.length());
        return new DeadLetter(
                new LetterId(topic, record.partition(), record.offset()),
                own(record, "reason"),
                own(record, "consumer"),
                own(record, "topic") + "/" + own(record, "partition") + "/" + own(record, "offset"),
                Instant.ofEpochMilli(record.timestamp()),
                record);
    }

    static String topicOf(String source) {
        return source + SUFFIX;
    }

    static boolean isTopic(String name) {
        return name.endsWith(SUFFIX);
    }

    /** The headers that the record had before it was kept. */
    Headers originalHeaders() {
        Headers headers = new RecordHeaders(record.headers().toArray());
        for (Header header : record.headers()) {
            if (header.key().startsWith(PREFIX)) {
                headers.remove(header.key());
            }
        }
        return headers;
    }

    private static String own(ConsumerRecord<byte[], byte[]> record, String name) {
        return Optional.ofNullable(record.headers().lastHeader(PREFIX + name))
                .map(header -> new String(header.value(), StandardCharsets.UTF_8))
                .orElse("unknown");
    }
}
