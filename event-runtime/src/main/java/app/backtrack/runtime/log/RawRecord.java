package app.backtrack.runtime.log;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record of the log as its bytes are, unopened.
 *
 * @param topic the topic's name
 * @param partition which partition
 * @param offset its place there
 * @param key the key's bytes; empty where there was none
 * @param headers in their order
 * @param value the value's bytes; null where there was none
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, only digested
public record RawRecord(
        String topic, int partition, long offset, byte[] key, List<Header> headers, byte @Nullable [] value) {

    /** Keeps a copy of the list. */
    public RawRecord {
        headers = List.copyOf(headers);
    }

    /**
     * A header.
     *
     * @param value null where there was none
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared, only digested
    public record Header(String name, byte @Nullable [] value) {}

    /** A header's value as text; empty where it is missing. */
    public String header(String name) {
        return headers.stream()
                .filter(header -> header.name().equals(name))
                .map(header -> header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8))
                .findFirst()
                .orElse("");
    }

    static RawRecord of(ConsumerRecord<byte[], byte[]> record) {
        List<Header> headers = new ArrayList<>();
        record.headers().forEach(header -> headers.add(new Header(header.key(), header.value())));
        return new RawRecord(
                record.topic(),
                record.partition(),
                record.offset(),
                record.key() == null ? new byte[0] : record.key(),
                headers,
                record.value());
    }
}
