package app.backtrack.events;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.events.EventCodec.Decoded;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.types.Time;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** One whole record of the log, frozen: what this says can be read in ten years. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class GoldenRecordTest {
    private static final String RESOURCE = "/record/pain-score-recorded.v1.json";

    private final EventCodec codec = new EventCodec(new FixedKeySealing());

    @Test
    void an_event_is_written_as_the_golden_record_byte_for_byte() throws Exception {
        ObjectNode golden = PlainJson.object(PlainJson.resource(RESOURCE));

        CloudEvent event = codec.encode(Envelopes.painScore());

        assertThat(headers(event)).isEqualTo(headers(golden));
        assertThat(Objects.requireNonNull(event.getData()).toBytes())
                .asString()
                .isEqualTo(golden.get("value").asText());
    }

    @Test
    void the_golden_record_is_read_as_the_event_that_it_was() throws IOException {
        ObjectNode golden = PlainJson.object(PlainJson.resource(RESOURCE));

        assertThat(codec.decode(event(golden))).isEqualTo(new Decoded.Event(Envelopes.painScore()));
    }

    @Test
    void the_golden_record_goes_to_its_type_s_topic_under_the_patient_s_key() throws IOException {
        ObjectNode golden = PlainJson.object(PlainJson.resource(RESOURCE));

        assertThat(golden.get("topic").asText())
                .isEqualTo(Envelopes.painScore().type().topic().topicName());
        assertThat(golden.get("key").asText())
                .isEqualTo(Envelopes.PATIENT.patient().toString());
    }

    /** Kafka's binary mode: each attribute is a header of its own. */
    private static Map<String, String> headers(CloudEvent event) {
        Map<String, String> headers = new TreeMap<>();
        event.getAttributeNames().forEach(name -> headers.put("ce_" + name, text(event.getAttribute(name))));
        event.getExtensionNames().forEach(name -> headers.put("ce_" + name, text(event.getExtension(name))));
        headers.put("content-type", headers.remove("ce_datacontenttype"));
        return headers;
    }

    private static Map<String, String> headers(ObjectNode golden) {
        return golden.get("headers")
                .propertyStream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, header -> header.getValue().asText()));
    }

    private static String text(@Nullable Object attribute) {
        return attribute instanceof OffsetDateTime time ? Time.writeTime(time) : String.valueOf(attribute);
    }

    private static CloudEvent event(ObjectNode golden) {
        JsonNode headers = golden.get("headers");
        CloudEventBuilder builder = CloudEventBuilder.v1()
                .withId(headers.get("ce_id").asText())
                .withSource(URI.create(headers.get("ce_source").asText()))
                .withType(headers.get("ce_type").asText())
                .withSubject(headers.get("ce_subject").asText())
                .withTime(Time.parseTime(headers.get("ce_time").asText()))
                .withDataSchema(URI.create(headers.get("ce_dataschema").asText()))
                .withData(
                        headers.get("content-type").asText(),
                        golden.get("value").asText().getBytes(StandardCharsets.UTF_8));
        for (String extension : new String[] {"clinicid", "actor", "correlationid", "causationid"}) {
            builder.withExtension(extension, headers.get("ce_" + extension).asText());
        }
        return builder.build();
    }
}
