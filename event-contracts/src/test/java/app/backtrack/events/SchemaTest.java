package app.backtrack.events;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.events.Sealing.SealedData;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SchemaTest {

    @ParameterizedTest
    @MethodSource("resources")
    void a_schema_is_itself_valid(String resource) {
        assertThat(Schemas.flawsOfSchema(resource)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("app.backtrack.events.Sample#forms")
    void a_schema_has_the_id_that_events_name(WireForm<?> form) throws IOException {
        assertThat(schema(form).get("$id").asText()).isEqualTo(form.dataSchema().toString());
    }

    @ParameterizedTest
    @MethodSource("app.backtrack.events.Sample#currentForms")
    void a_schema_describes_its_record_member_by_member(WireForm<?> form) throws IOException {
        ObjectNode schema = schema(form);

        assertThat(new RecordSchema(schema).differences(form.eventClass(), schema))
                .isEmpty();
    }

    @Test
    void the_schema_of_the_wire_data_describes_sealed_data() throws IOException {
        ObjectNode schema = PlainJson.object(PlainJson.resource(Schemas.SEALED_DATA));

        assertThat(schema.get("$id").asText()).isEqualTo("urn:backtrack:schema:sealed-data.v1");
        assertThat(new RecordSchema(schema).differences(SealedData.class, schema))
                .isEmpty();
    }

    @Test
    void a_schema_that_differs_from_its_record_is_told_apart() throws IOException {
        ObjectNode schema = schema(EventType.PAIN_SCORE_RECORDED.form());
        ((ObjectNode) schema.get("properties")).remove("score");
        schema.withArray("required").add("note");

        assertThat(new RecordSchema(schema).differences(PainEvent.PainScoreRecorded.class, schema))
                .hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void the_schema_of_a_clinic_s_settings_has_the_range_of_each_threshold(Threshold threshold) throws IOException {
        JsonNode number = schema(ClinicEventType.CLINIC_SETTINGS_CHANGED.form())
                .at("/$defs/threshold-numbers/properties/" + threshold.wireName());

        assertThat(number.path("minimum").decimalValue()).isEqualByComparingTo(threshold.min());
        assertThat(number.path("maximum").decimalValue()).isEqualByComparingTo(threshold.max());
        assertThat(number.has("multipleOf"))
                .isNotEqualTo(threshold.accepts(threshold.max().subtract(new BigDecimal("0.5"))));
    }

    @ParameterizedTest
    @MethodSource("resources")
    void every_member_and_every_definition_is_described(String resource) throws IOException {
        ObjectNode schema = PlainJson.object(PlainJson.resource(resource));

        assertThat(Stream.of(schema.path("properties"), schema.path("$defs")).flatMap(JsonNode::valueStream))
                .allMatch(member -> member.path("description").asText().endsWith("."));
    }

    @Test
    void a_definition_means_the_same_in_every_schema() throws IOException {
        Map<String, JsonNode> known = new HashMap<>();
        for (WireForm<?> form : Sample.currentForms().toList()) {
            schema(form).path("$defs").properties().forEach(definition -> {
                JsonNode first = known.putIfAbsent(definition.getKey(), definition.getValue());
                if (first != null) {
                    assertThat(definition.getValue()).as(definition.getKey()).isEqualTo(first);
                }
            });
        }
        assertThat(known).isNotEmpty();
    }

    static Stream<String> resources() {
        return Stream.concat(Sample.forms().map(WireForm::schemaResource), Stream.of(Schemas.SEALED_DATA));
    }

    private static ObjectNode schema(WireForm<?> form) throws IOException {
        return PlainJson.object(PlainJson.resource(form.schemaResource()));
    }
}
