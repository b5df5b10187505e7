package app.backtrack.tools.backup;

import app.backtrack.events.EventJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * A record of the log as a line of JSON; bytes are Base64.
 *
 * @param offset where it was; elsewhere after a restore
 * @param timestamp of the broker, milliseconds since 1970
 * @param key null for none
 * @param value null for none
 * @param headers in their order
 */
record RecordLine(
        long offset,
        long timestamp,
        @Nullable String key,
        @Nullable String value,
        List<HeaderLine> headers) {

    /**
     * One header.
     *
     * @param value null for none
     */
    record HeaderLine(String name, @Nullable String value) {}

    static String of(ConsumerRecord<byte[], byte[]> record) {
        List<HeaderLine> headers = new ArrayList<>();
        for (Header header : record.headers()) {
            headers.add(new HeaderLine(header.key(), text(header.value())));
        }
        RecordLine line =
                new RecordLine(record.offset(), record.timestamp(), text(record.key()), text(record.value()), headers);
        return new String(EventJson.write(line), StandardCharsets.UTF_8);
    }

    static ProducerRecord<byte[], byte[]> record(String json, String topic, int partition) throws IOException {
        RecordLine line = EventJson.read(json.getBytes(StandardCharsets.UTF_8), RecordLine.class);
        Headers headers = new RecordHeaders();
        line.headers().forEach(header -> headers.add(header.name(), bytes(header.value())));
        return new ProducerRecord<>(
                topic, partition, line.timestamp(), bytes(line.key()), bytes(line.value()), headers);
    }

    private static @Nullable String text(byte @Nullable [] bytes) {
        return bytes == null ? null : Base64.getEncoder().encodeToString(bytes);
    }

    private static byte @Nullable [] bytes(@Nullable String text) {
        return text == null ? null : Base64.getDecoder().decode(text);
    }
}
