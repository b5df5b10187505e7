package app.backtrack.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Keeps the AsyncAPI document complete: what the code publishes is described, and nothing else is. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AsyncApiTest {
    private final AsyncApiDocument document = AsyncApiDocument.load();

    @Test
    void it_is_an_AsyncAPI_3_1_document() {
        assertThat(document.root().path("asyncapi").asText()).isEqualTo("3.1.0");
        assertThat(document.root().path("defaultContentType").asText()).isEqualTo("application/json");
    }

    @Test
    void every_reference_leads_somewhere_without_a_network() {
        assertThat(document.references())
                .hasSizeGreaterThan((int) Sample.forms().count());
        assertThat(document.references())
                .allSatisfy(reference ->
                        assertThat(document.resolve(reference)).as(reference).isNotNull());
    }

    @Test
    void a_reference_that_leads_nowhere_is_found_out() {
        assertThat(List.of(
                        "#/components/messages/none",
                        "schemas/none.v1.json",
                        "schemas/pain-score-recorded.v1.json#/$defs/none",
                        "https://example.org/schema.json"))
                .allSatisfy(reference ->
                        assertThat(document.resolve(reference)).as(reference).isNull());
    }

    @Test
    void the_channels_are_the_topics_and_their_dead_letters() {
        assertThat(channels().map(channel -> channel.path("address").asText()))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Topic.values())
                        .flatMap(topic -> Stream.of(topic.topicName(), topic.deadLetterName()))
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void a_channel_carries_every_form_of_the_types_of_its_topic(Topic topic) {
        assertThat(messages(channel(topic.topicName()))
                        .map(message -> message.path("name").asText()))
                .containsExactlyInAnyOrderElementsOf(
                        forms(topic).map(WireForm::wireName).toList());
    }

    @Test
    void nothing_is_ever_deleted_or_compacted_and_the_broker_stamps_the_time() {
        assertThat(channels()
                        .map(channel -> document.follow(channel.path("bindings")))
                        .map(binding -> binding.at("/kafka/topicConfiguration")))
                .allSatisfy(settings -> {
                    assertThat(settings.path("retention.ms").asLong()).isEqualTo(-1);
                    assertThat(settings.path("retention.bytes").asLong()).isEqualTo(-1);
                    assertThat(settings.path("cleanup.policy").toString()).isEqualTo("[\"delete\"]");
                    assertThat(settings.path("message.timestamp.type").asText()).isEqualTo("LogAppendTime");
                });
    }

    @ParameterizedTest
    @EnumSource
    void a_dead_letter_channel_carries_the_original_bytes(Topic topic) {
        assertThat(messages(channel(topic.deadLetterName()))
                        .map(message -> message.path("payload").asText()))
                .containsExactly("true");
    }

    @Test
    void a_dead_letter_names_every_reason_that_the_codec_gives() {
        JsonNode reason =
                document.root().at("/components/schemas/deadLetterHeaders/properties/backtrack_dead_letter_reason");

        assertThat(reason.path("examples").valueStream().map(JsonNode::asText))
                .containsExactlyElementsOf(
                        Arrays.stream(EventCodec.Flaw.values()).map(Enum::name).toList());
    }

    @ParameterizedTest
    @MethodSource("app.backtrack.events.Sample#forms")
    void a_message_says_what_its_headers_are(WireForm<?> form) {
        JsonNode constants = message(form).path("headers").path("allOf").path(1).path("properties");

        assertThat(constants.at("/ce_type/const").asText()).isEqualTo(form.wireName());
        assertThat(constants.at("/ce_dataschema/const").asText())
                .isEqualTo(form.dataSchema().toString());
    }

    @ParameterizedTest
    @MethodSource("sealedForms")
    void a_message_about_a_patient_is_sealed_and_says_what_its_opened_data_is(WireForm<?> form) {
        JsonNode message = message(form);

        assertThat(document.follow(document.follow(message.path("payload")).path("schema"))
                        .path("$id")
                        .asText())
                .isEqualTo("urn:backtrack:schema:sealed-data.v1");
        assertThat(document.follow(message.path("x-opened-data")).path("$id").asText())
                .isEqualTo(form.dataSchema().toString());
    }

    @ParameterizedTest
    @EnumSource(names = {"PATIENT_ERASED", "PATIENT_DATA_ERASED"})
    void that_a_patient_was_erased_is_not_sealed(EventType type) {
        JsonNode payload = message(type.form()).path("payload");

        assertThat(document.follow(payload.path("schema")).path("$id").asText())
                .isEqualTo(type.dataSchema().toString());
    }

    @ParameterizedTest
    @EnumSource
    void a_message_about_a_clinic_is_not_sealed(ClinicEventType type) {
        JsonNode payload = message(type.form()).path("payload");

        assertThat(document.follow(payload.path("schema")).path("$id").asText())
                .isEqualTo(type.form().dataSchema().toString());
    }

    @ParameterizedTest
    @MethodSource("patientForms")
    void a_message_about_a_patient_is_keyed_by_the_patient(WireForm<?> form) {
        assertThat(key(message(form))).isEqualTo("#/components/schemas/patientId");
    }

    @ParameterizedTest
    @EnumSource
    void a_message_about_a_clinic_is_keyed_by_the_clinic(ClinicEventType type) {
        assertThat(key(message(type.form()))).isEqualTo("#/components/schemas/clinicId");
    }

    @ParameterizedTest
    @CsvSource({"pain-score-recorded.v1, cloudEventHeaders", "clinic-settings-changed.v1, clinicEventHeaders"})
    void the_headers_of_a_golden_record_are_those_described(String record, String headers) throws Exception {
        JsonNode golden = PlainJson.object(PlainJson.resource("/record/" + record + ".json"));
        JsonNode schema = document.root().at("/components/schemas/" + headers);

        assertThat(Schemas.flaws(schema, PlainJson.bytes(golden.path("headers"))))
                .isEmpty();
        assertThat(names(schema.path("properties"))).containsAll(names(golden.path("headers")));
    }

    @Test
    void every_channel_is_sent_what_is_written_today_and_every_log_is_received_with_all_its_messages() {
        for (Topic topic : Topic.values()) {
            assertThat(operated("send", topic.topicName()).stream().map(this::wireName))
                    .containsExactlyInAnyOrderElementsOf(forms(topic)
                            .filter(WireForm::isCurrent)
                            .map(WireForm::wireName)
                            .toList());
            assertThat(operated("receive", topic.topicName()))
                    .isEqualTo(names(channel(topic.topicName()).path("messages")));
            assertThat(operated("send", topic.deadLetterName())).containsExactly("deadLetter");
        }
    }

    static Stream<WireForm<?>> sealedForms() {
        return patientForms().filter(WireForm::isSealed);
    }

    static Stream<WireForm<?>> patientForms() {
        return Arrays.stream(EventType.values()).flatMap(type -> type.forms().stream());
    }

    private static Stream<WireForm<?>> forms(Topic topic) {
        return topic == Topic.CLINIC_EVENTS
                ? Arrays.stream(ClinicEventType.values()).map(ClinicEventType::form)
                : Arrays.stream(EventType.values())
                        .filter(type -> type.topic() == topic)
                        .flatMap(type -> type.forms().stream());
    }

    private String key(JsonNode message) {
        JsonNode trait = document.follow(message.path("traits").path(0));
        return trait.at("/bindings/kafka/key/$ref").asText();
    }

    private String wireName(String message) {
        return document.root().at("/components/messages/" + message + "/name").asText();
    }

    private List<String> operated(String action, String address) {
        return document.root()
                .path("operations")
                .valueStream()
                .filter(operation -> operation.path("action").asText().equals(action))
                .filter(operation -> document.follow(operation.path("channel"))
                        .path("address")
                        .asText()
                        .equals(address))
                .flatMap(operation -> operation.path("messages").valueStream())
                .map(message -> message.path("$ref").asText())
                .map(reference -> reference.substring(reference.lastIndexOf('/') + 1))
                .toList();
    }

    private Stream<JsonNode> channels() {
        return document.root().path("channels").valueStream();
    }

    private JsonNode channel(String address) {
        return channels()
                .filter(channel -> channel.path("address").asText().equals(address))
                .findFirst()
                .orElseThrow();
    }

    private Stream<JsonNode> messages(JsonNode channel) {
        return channel.path("messages").valueStream().map(document::follow);
    }

    private JsonNode message(WireForm<?> form) {
        return document.root()
                .at("/components/messages")
                .valueStream()
                .filter(message -> message.path("name").asText().equals(form.wireName()))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> names(JsonNode object) {
        return object.propertyStream().map(Map.Entry::getKey).toList();
    }
}
