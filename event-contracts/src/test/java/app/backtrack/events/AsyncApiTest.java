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
import org.junit.jupiter.params.provider.EnumSource;

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
        assertThat(document.references()).hasSizeGreaterThan(EventType.values().length);
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
    void a_channel_carries_the_types_of_its_topic(Topic topic) {
        assertThat(messages(channel(topic.topicName()))
                        .map(message -> message.path("name").asText()))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(EventType.values())
                        .filter(type -> type.topic() == topic)
                        .map(EventType::wireName)
                        .toList());
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
    @EnumSource
    void a_message_says_what_its_headers_value_and_opened_data_are(EventType type) {
        JsonNode message = message(type);
        JsonNode constants = message.path("headers").path("allOf").path(1).path("properties");

        assertThat(constants.at("/ce_type/const").asText()).isEqualTo(type.wireName());
        assertThat(constants.at("/ce_dataschema/const").asText())
                .isEqualTo(type.dataSchema().toString());
        assertThat(document.follow(document.follow(message.path("payload")).path("schema"))
                        .path("$id")
                        .asText())
                .isEqualTo("urn:backtrack:schema:sealed-data.v1");
        assertThat(document.follow(message.path("x-opened-data")).path("$id").asText())
                .isEqualTo(type.dataSchema().toString());
    }

    @ParameterizedTest
    @EnumSource
    void a_message_is_keyed_by_the_patient(EventType type) {
        JsonNode trait = document.follow(message(type).path("traits").path(0));
        JsonNode key = trait.path("bindings").path("kafka").path("key");

        assertThat(key.path("$ref").asText()).isEqualTo("#/components/schemas/patientId");
    }

    @Test
    void the_headers_of_the_golden_record_are_those_described() throws Exception {
        JsonNode golden = PlainJson.object(PlainJson.resource("/record/pain-score-recorded.v1.json"));
        JsonNode schema = document.root().at("/components/schemas/cloudEventHeaders");

        assertThat(Schemas.flaws(schema, PlainJson.bytes(golden.path("headers"))))
                .isEmpty();
        assertThat(names(schema.path("properties"))).containsAll(names(golden.path("headers")));
    }

    @Test
    void every_channel_is_sent_to_and_every_log_is_received_with_all_its_messages() {
        for (Topic topic : Topic.values()) {
            assertThat(operated("send", topic.topicName()))
                    .isEqualTo(names(channel(topic.topicName()).path("messages")));
            assertThat(operated("receive", topic.topicName()))
                    .isEqualTo(names(channel(topic.topicName()).path("messages")));
            assertThat(operated("send", topic.deadLetterName())).containsExactly("deadLetter");
        }
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

    private JsonNode message(EventType type) {
        return document.root()
                .at("/components/messages")
                .valueStream()
                .filter(message -> message.path("name").asText().equals(type.wireName()))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> names(JsonNode object) {
        return object.propertyStream().map(Map.Entry::getKey).toList();
    }
}
