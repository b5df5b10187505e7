package app.backtrack.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a reader lets pass in silence ends in a projection: so it refuses what the schema does not describe. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class StrictReadingTest {

    @ParameterizedTest(name = "{0} without {1}")
    @MethodSource("requiredMembers")
    void a_missing_required_member_is_refused(Sample<?> sample, String member) throws IOException {
        ObjectNode json = PlainJson.object(sample.json());
        json.remove(member);

        assertRefused(sample.form(), json);
    }

    @ParameterizedTest(name = "{0} with {1}: null")
    @MethodSource("requiredMembers")
    void a_null_for_a_required_member_is_refused(Sample<?> sample, String member) throws IOException {
        ObjectNode json = PlainJson.object(sample.json());
        json.set(member, NullNode.instance);

        assertRefused(sample.form(), json);
    }

    @ParameterizedTest(name = "{0} with a null in a list or map")
    @MethodSource("app.backtrack.events.Sample#full")
    void a_null_in_a_list_or_map_is_refused(Sample<?> sample) throws IOException {
        for (Map.Entry<String, JsonNode> member :
                PlainJson.object(sample.json()).properties()) {
            ObjectNode json = PlainJson.object(sample.json());
            if (json.get(member.getKey()).isArray()) {
                json.withArray(member.getKey()).addNull();
                assertRefused(sample.form(), json);
            }
            if (member.getKey().equals("numbers")) {
                json.withObject("numbers").putNull("days");
                assertRefused(sample.form(), json);
            }
        }
    }

    @ParameterizedTest(name = "{0} with {1}: {2}")
    @MethodSource("wrongTypes")
    void a_value_of_a_wrong_type_is_refused(Sample<?> sample, String member, JsonNode wrong) throws IOException {
        ObjectNode json = PlainJson.object(sample.json());
        json.set(member, wrong);

        assertRefused(sample.form(), json);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "null", "[]", "7", "{", "{\"revision\":1} trailing"})
    void what_is_no_json_object_is_refused(String json) {
        assertThatThrownBy(
                        () -> EventJson.read(json.getBytes(StandardCharsets.UTF_8), PainEvent.PainScoreRetracted.class))
                .isInstanceOf(IOException.class);
    }

    @Test
    void a_member_that_stands_there_twice_is_refused() throws IOException {
        String json = new String(
                EventJson.write(Sample.of(EventType.PATIENT_ENROLLED, "minimal").event()), StandardCharsets.UTF_8);
        String twice = json.replace("\"version\":1", "\"version\":1,\"version\":2");

        assertThat(twice).isNotEqualTo(json);
        assertThatThrownBy(() ->
                        EventJson.read(twice.getBytes(StandardCharsets.UTF_8), PatientEvent.PatientEnrolled.class))
                .isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "2026-11-20", "2026-11-20T18:30:00", "2026-02-30T18:30:00Z", "1763663400"})
    void a_text_that_is_no_instant_is_refused(String text) throws IOException {
        ObjectNode json = PlainJson.object(EventJson.write(Envelopes.score(4)));
        json.put("occurredAt", text);

        assertRefused(EventType.PAIN_SCORE_RECORDED.form(), json);
    }

    @Test
    void members_nested_without_end_are_refused() throws IOException {
        Sample<?> sample = Sample.minimal().findFirst().orElseThrow();
        String deep = PlainJson.canonical(sample.json()).replaceFirst("}$", ",\"x\":" + "[".repeat(5_000));

        assertThatThrownBy(() -> sample.form().read(deep.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IOException.class);
    }

    @Test
    void something_after_the_json_is_refused() throws IOException {
        Sample<?> sample = Sample.minimal().findFirst().orElseThrow();
        byte[] trailing = (PlainJson.canonical(sample.json()) + "{}").getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> sample.form().read(trailing)).isInstanceOf(IOException.class);
    }

    static Stream<Arguments> requiredMembers() {
        return Sample.minimal()
                .flatMap(sample -> members(sample).stream().map(member -> Arguments.of(sample, member.getKey())));
    }

    static Stream<Arguments> wrongTypes() {
        return Sample.full()
                .flatMap(sample -> members(sample).stream()
                        .flatMap(member -> wrong(member.getValue()).stream()
                                .map(value -> Arguments.of(sample, member.getKey(), value))));
    }

    private static List<JsonNode> wrong(JsonNode right) {
        return switch (right.getNodeType()) {
            case NUMBER ->
                List.of(
                        TextNode.valueOf(right.asText()),
                        TextNode.valueOf(""),
                        PlainJson.number(right.decimalValue().add(new BigDecimal("0.5"))),
                        BooleanNode.TRUE);
            // Jackson itself would take an instant from a number of seconds, and 1E+400 of them for 1970.
            case STRING ->
                List.of(
                        IntNode.valueOf(0),
                        IntNode.valueOf(1_763_663_400),
                        PlainJson.number(new BigDecimal("1E+400")),
                        BooleanNode.TRUE);
            case BOOLEAN -> List.of(TextNode.valueOf(right.asText()), IntNode.valueOf(1));
            case ARRAY, OBJECT -> List.of(TextNode.valueOf(""), TextNode.valueOf("text"), IntNode.valueOf(1));
            case NULL, BINARY, MISSING, POJO -> throw new IllegalStateException("no golden sample has these");
        };
    }

    private static List<Map.Entry<String, JsonNode>> members(Sample<?> sample) {
        try {
            return List.copyOf(PlainJson.object(sample.json()).properties());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void assertRefused(WireForm<?> form, ObjectNode json) {
        assertThatThrownBy(() -> form.read(PlainJson.bytes(json))).isInstanceOf(IOException.class);
        assertThat(Schemas.flaws(form.schemaResource(), PlainJson.bytes(json))).isNotEmpty();
    }
}
