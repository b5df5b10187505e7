package app.backtrack.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Comparator;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ContentHashTest {

    @ParameterizedTest
    @MethodSource("app.backtrack.events.Sample#ofPatients")
    void the_order_of_members_does_not_matter(Sample<BacktrackEvent> sample) throws IOException {
        byte[] reversed = PlainJson.bytes(reversed(PlainJson.object(sample.json())));

        assertThat(EventJson.contentHash(sample.form().read(reversed)))
                .isEqualTo(EventJson.contentHash(sample.event()));
    }

    @Test
    void other_content_has_another_hash() {
        assertThat(EventJson.contentHash(Envelopes.score(4))).isNotEqualTo(EventJson.contentHash(Envelopes.score(5)));
    }

    /** It settles which of two contents wins and stands in stored keys, so it may never come out differently. */
    @Test
    void the_hash_of_a_known_event_stays_the_same() {
        assertThat(EventJson.contentHash(Envelopes.score(4))).isEqualTo("0bcb7c0ff3532140c6becc27");
    }

    @Test
    void the_order_in_which_warning_signs_were_ticked_does_not_matter() throws IOException {
        Sample<BacktrackEvent> sample = Sample.of(EventType.RED_FLAG_SCREENED, "full");
        ObjectNode json = PlainJson.object(sample.json());
        ArrayNode ticked = json.putArray("positive");
        ticked.add("constant-night-pain").add("weakness-in-both-legs").add("saddle-numbness");

        assertThat(sample.form().read(PlainJson.bytes(json))).isEqualTo(sample.event());
    }

    private static JsonNode reversed(JsonNode node) {
        if (node instanceof ObjectNode object) {
            ObjectNode result = JsonNodeFactory.instance.objectNode();
            object.propertyStream()
                    .sorted(Map.Entry.<String, JsonNode>comparingByKey(Comparator.reverseOrder()))
                    .forEach(member -> result.set(member.getKey(), reversed(member.getValue())));
            return result;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode result = JsonNodeFactory.instance.arrayNode();
            array.forEach(item -> result.add(reversed(item)));
            return result;
        }
        return node;
    }
}
