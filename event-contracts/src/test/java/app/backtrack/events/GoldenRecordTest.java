package app.backtrack.events;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.events.EventCodec.Decoded;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cloudevents.CloudEvent;
import java.io.IOException;
import java.util.Objects;
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

        assertThat(GoldenRecord.headers(event)).isEqualTo(GoldenRecord.headers(golden));
        assertThat(Objects.requireNonNull(event.getData()).toBytes())
                .asString()
                .isEqualTo(golden.get("value").asText());
    }

    @Test
    void the_golden_record_is_read_as_the_event_that_it_was() throws IOException {
        ObjectNode golden = PlainJson.object(PlainJson.resource(RESOURCE));

        assertThat(codec.decode(GoldenRecord.event(golden))).isEqualTo(new Decoded.Event(Envelopes.painScore()));
    }

    @Test
    void the_golden_record_goes_to_its_type_s_topic_under_the_patient_s_key() throws IOException {
        ObjectNode golden = PlainJson.object(PlainJson.resource(RESOURCE));

        assertThat(golden.get("topic").asText())
                .isEqualTo(Envelopes.painScore().type().topic().topicName());
        assertThat(golden.get("key").asText())
                .isEqualTo(Envelopes.PATIENT.patient().toString());
    }
}
