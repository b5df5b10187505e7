package app.backtrack.runtime.log;

import static app.backtrack.runtime.log.TestLog.CODEC;
import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.events.EventCodec.Decoded;
import app.backtrack.events.EventCodec.Flaw;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LogReaderTest {
    /** Stands for a header without a value. */
    private static final String NULL = "null";

    private final LogReader reader = new LogReader(CODEC);

    @Property(tries = 500)
    void whatever_headers_a_record_has_reading_it_ends_with_a_value(
            @ForAll("headers") Map<String, String> headers, @ForAll byte[] value) {
        assertThat(reader.read(record(headers, value))).isInstanceOf(Decoded.Unreadable.class);
        assertThat(LogReader.readClinic(record(headers, value))).isEmpty();
    }

    @Provide
    Arbitrary<Map<String, String>> headers() {
        Arbitrary<String> names = Arbitraries.of(
                "ce_specversion",
                "ce_id",
                "ce_source",
                "ce_type",
                "ce_time",
                "ce_subject",
                "ce_dataschema",
                "ce_clinicid",
                "ce_actor",
                "ce_Bad-Name",
                "ce_",
                "content-type",
                "other");
        Arbitrary<String> values = Arbitraries.of(
                "1.0",
                "0.3",
                "9",
                "app.backtrack.pain-score-recorded.v1",
                "app.backtrack.clinic-settings-changed.v1",
                "/clinics/a",
                "http://[",
                "yesterday",
                "2026-11-20T18:30:00Z",
                "application/json",
                "application/cloudevents+json",
                "patient:1",
                NULL,
                "");
        return Arbitraries.maps(names, values);
    }

    @Test
    void no_value_is_no_data() {
        assertThat(reader.read(record(Map.of(), null))).isEqualTo(new Decoded.Unreadable(Flaw.NO_DATA));
        assertThat(LogReader.readClinic(record(Map.of(), null))).isEmpty();
    }

    @Test
    void structured_mode_is_not_ours() {
        byte[] event = "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/x\",\"type\":\"t\",\"data\":{}}"
                .getBytes(StandardCharsets.UTF_8);
        Map<String, String> headers = Map.of("content-type", "application/cloudevents+json");

        assertThat(reader.read(record(headers, event))).isEqualTo(new Decoded.Unreadable(Flaw.NOT_A_CLOUDEVENT));
    }

    @SuppressWarnings("NullAway") // a record of the log may have no value, and a header none
    private static ConsumerRecord<byte[], byte[]> record(Map<String, String> headers, byte @Nullable [] value) {
        ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>("pain-events", 0, 0, new byte[0], value);
        headers.forEach((name, text) ->
                record.headers().add(name, text.equals(NULL) ? null : text.getBytes(StandardCharsets.UTF_8)));
        return record;
    }
}
