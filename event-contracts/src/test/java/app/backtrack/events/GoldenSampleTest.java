package app.backtrack.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class GoldenSampleTest {

    @ParameterizedTest
    @MethodSource("app.backtrack.events.Sample#all")
    void a_sample_is_written_as_it_was_read(Sample sample) throws IOException {
        assertThat(EventJson.write(sample.event())).asString().isEqualTo(PlainJson.canonical(sample.json()));
    }

    @ParameterizedTest
    @MethodSource("app.backtrack.events.Sample#all")
    void a_sample_is_valid(Sample sample) {
        assertThat(Schemas.flaws(sample.type().schemaResource(), sample.json())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("app.backtrack.events.Sample#all")
    void an_unknown_member_is_passed_over_wherever_it_stands(Sample sample) throws IOException {
        ObjectNode newer = PlainJson.object(sample.json());
        objects(newer)
                .filter(node -> !isOpenMap(sample, newer, node))
                .toList()
                .forEach(node -> node.put("addedLater", "by a newer producer"));

        assertThat(EventJson.read(PlainJson.bytes(newer), sample.type().eventClass()))
                .isEqualTo(sample.event());
        assertThat(Schemas.flaws(sample.type().schemaResource(), PlainJson.bytes(newer)))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("app.backtrack.events.Sample#full")
    void a_full_sample_has_every_member(Sample sample) throws IOException {
        assertThat(names(sample.json())).containsExactlyInAnyOrderElementsOf(schemaNames(sample.type()));
    }

    @ParameterizedTest
    @MethodSource("app.backtrack.events.Sample#minimal")
    void a_minimal_sample_has_the_required_members_only(Sample sample) throws IOException {
        JsonNode required = PlainJson.object(PlainJson.resource(sample.type().schemaResource()))
                .get("required");

        assertThat(names(sample.json()))
                .containsExactlyInAnyOrderElementsOf(
                        required.valueStream().map(JsonNode::asText).toList());
    }

    /** The names in an insight's numbers are free, so an added one is a number of its own. */
    private static boolean isOpenMap(Sample sample, ObjectNode root, ObjectNode node) {
        return sample.type() == EventType.INSIGHT_RAISED && node.equals(root.get("numbers"));
    }

    private static Stream<ObjectNode> objects(JsonNode node) {
        Stream<ObjectNode> nested = node.valueStream().flatMap(GoldenSampleTest::objects);
        return node instanceof ObjectNode object ? Stream.concat(Stream.of(object), nested) : nested;
    }

    private static List<String> names(byte[] json) throws IOException {
        return PlainJson.object(json)
                .propertyStream()
                .map(java.util.Map.Entry::getKey)
                .toList();
    }

    private static List<String> schemaNames(EventType type) throws IOException {
        return names(PlainJson.bytes(
                PlainJson.object(PlainJson.resource(type.schemaResource())).get("properties")));
    }
}
