package app.backtrack.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class GoldenSampleTest {

    @ParameterizedTest
    @MethodSource("app.backtrack.events.Sample#current")
    void a_sample_is_written_as_it_was_read(Sample<?> sample) throws IOException {
        assertThat(EventJson.write(sample.event())).asString().isEqualTo(PlainJson.canonical(sample.json()));
    }

    @ParameterizedTest
    @MethodSource("app.backtrack.events.Sample#all")
    void a_sample_is_valid(Sample<?> sample) {
        assertThat(Schemas.flaws(sample.form().schemaResource(), sample.json())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("app.backtrack.events.Sample#all")
    void an_unknown_member_is_passed_over_wherever_it_stands(Sample<?> sample) throws IOException {
        ObjectNode newer = PlainJson.object(sample.json());
        objects(newer)
                .filter(node -> !isOpenMap(sample, newer, node))
                .toList()
                .forEach(node -> node.put("addedLater", "by a newer producer"));

        assertThat((Object) sample.form().read(PlainJson.bytes(newer))).isEqualTo(sample.event());
        assertThat(Schemas.flaws(sample.form().schemaResource(), PlainJson.bytes(newer)))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("app.backtrack.events.Sample#forms")
    void the_full_samples_together_have_every_member(WireForm<?> form) throws IOException {
        Set<String> members = new TreeSet<>();
        for (Sample<?> sample : Sample.of(form)) {
            if (sample.isCase("full")) {
                members.addAll(names(PlainJson.object(sample.json())));
            }
        }

        assertThat(members)
                .containsExactlyInAnyOrderElementsOf(names(schema(form).get("properties")));
    }

    @ParameterizedTest
    @MethodSource("app.backtrack.events.Sample#minimal")
    void a_minimal_sample_has_no_member_that_can_be_left_out(Sample<?> sample) throws IOException {
        ObjectNode json = PlainJson.object(sample.json());

        for (String member : names(json)) {
            ObjectNode smaller = json.deepCopy();
            smaller.remove(member);
            assertThat(Schemas.flaws(sample.form().schemaResource(), PlainJson.bytes(smaller)))
                    .as(member)
                    .isNotEmpty();
        }
    }

    /** The names in an insight's numbers are free, so an added one is a number of its own. */
    private static boolean isOpenMap(Sample<?> sample, ObjectNode root, ObjectNode node) {
        return sample.form() == EventType.INSIGHT_RAISED.form() && node.equals(root.get("numbers"));
    }

    private static Stream<ObjectNode> objects(JsonNode node) {
        Stream<ObjectNode> nested = node.valueStream().flatMap(GoldenSampleTest::objects);
        return node instanceof ObjectNode object ? Stream.concat(Stream.of(object), nested) : nested;
    }

    private static List<String> names(JsonNode object) {
        return object.propertyStream().map(Map.Entry::getKey).toList();
    }

    private static ObjectNode schema(WireForm<?> form) throws IOException {
        return PlainJson.object(PlainJson.resource(form.schemaResource()));
    }
}
