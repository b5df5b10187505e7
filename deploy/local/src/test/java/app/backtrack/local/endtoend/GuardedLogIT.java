package app.backtrack.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.backtrack.events.Topic;
import app.backtrack.local.LocalSystem;
import app.backtrack.testkit.parts.JavaCommand;
import app.backtrack.testkit.parts.ProjectRoot;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The services with the least that they need at a broker that trusts nobody. */
@EndToEnd
class GuardedLogIT {
    private static final List<String> TOPICS =
            Arrays.stream(Topic.values()).map(Topic::topicName).toList();

    @TempDir
    static Path folder;

    private static GuardedBroker broker;
    private static LocalSystem system;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        broker = GuardedBroker.start(folder);
        assertThat(grants()).contains("entries given, 0 were there");
        Map<String, Map<String, String>> settings = new HashMap<>();
        for (String service : List.of("program", "tracking", "notification")) {
            Path file = broker.settings("backtrack-" + service);
            settings.put(service + "-service", Map.of("QUARKUS_CONFIG_LOCATIONS", file.toString()));
        }
        system = LocalSystem.isolated(Map.of("KAFKA_BOOTSTRAP_SERVERS", broker.address()), settings);
    }

    @AfterAll
    static void stop() {
        Started.end(system, broker);
    }

    @Test
    void the_way_of_an_entry_needs_no_more_than_was_granted() throws Exception {
        Clinic clinic = Clinic.open(system);
        Patient patient = clinic.enrol();
        URI program = patient.program(UUID.randomUUID());
        Api.put(program, clinic.token(), Clinic.prescription(Fact.today())).is(201);

        patient.sendAll(List.of(
                Fact.score(4, Fact.today()), Fact.session(Fact.today()), Fact.screen(Fact.today(), "saddle-numbness")));

        JsonNode entry = clinic.entryWithSentMail(patient, "red-flag", Duration.ofSeconds(30));
        assertThat(entry.path("severity").asText()).isEqualTo("critical");
        assertThat(patient.progress(4).at("/days/0/pain").asDouble()).isEqualTo(4);
        Eventually.holds(() -> assertThat(Api.get(program, clinic.token())
                        .is(200)
                        .json()
                        .path("status")
                        .asText())
                .isEqualTo("paused"));
        for (String topic : List.of("pain-events", "session-events", "program-events", "insight-events")) {
            write(broker.superClient(), topic, patient.id().toString());
        }
        Eventually.holds(() -> {
            for (String topic : List.of("pain-events", "session-events", "program-events", "insight-events")) {
                assertThat(size(topic + ".dead-letter")).as(topic).isPositive();
            }
        });
        Health.all(system).forEach(Health::assertReady);
    }

    @Test
    void grants_given_twice_change_nothing() throws Exception {
        assertThat(grants()).startsWith("0 entries given").doesNotContain("More than is needed");
    }

    @Test
    void a_service_writes_and_reads_what_is_its_own_alone() {
        for (String topic : TOPICS) {
            boolean tracked = List.of(
                            "pain-events", "session-events", "insight-events", "erasure-events", "access-events")
                    .contains(topic);
            if (!tracked) {
                assertThatThrownBy(() -> write(broker.client("backtrack-tracking"), topic, "any"))
                        .hasCauseInstanceOf(TopicAuthorizationException.class);
            }
        }
        for (String topic : List.of("pain-events", "session-events", "alert-events", "access-events")) {
            assertThatThrownBy(() -> read(broker.client("backtrack-program"), topic))
                    .isInstanceOf(TopicAuthorizationException.class);
        }
    }

    @Test
    void somebody_without_grants_neither_reads_nor_writes_nor_sees_a_topic() throws Exception {
        Map<String, String> stranger = broker.client("stranger");

        for (String topic : TOPICS) {
            assertThatThrownBy(() -> read(stranger, topic)).isInstanceOf(TopicAuthorizationException.class);
            assertThatThrownBy(() -> write(stranger, topic, "any"))
                    .hasCauseInstanceOf(TopicAuthorizationException.class);
        }
        try (Admin admin = Admin.create(settings(stranger))) {
            assertThat(admin.listTopics().names().get()).isEmpty();
        }
    }

    @Test
    void nobody_comes_in_with_a_wrong_password_or_without_tls() {
        Map<String, String> wrong = new HashMap<>(broker.client("stranger"));
        wrong.computeIfPresent("sasl.jaas.config", (name, jaas) -> jaas.replace("stranger-", "other-"));

        assertThatThrownBy(() -> read(wrong, "pain-events")).isInstanceOf(SaslAuthenticationException.class);
        assertThatThrownBy(() -> read(Map.of("default.api.timeout.ms", "2000"), "pain-events"))
                .isInstanceOf(TimeoutException.class);
    }

    /** Gives the grants as an operator does, and answers with what the command says. */
    private static String grants() throws IOException, InterruptedException {
        broker.written("config/application.properties", GuardedBroker.settingsOf(broker.superClient()));
        List<String> words = new ArrayList<>(JavaCommand.words("-jar"));
        words.add(ProjectRoot.find()
                .resolve("deploy/tools/target/backtrack-tools.jar")
                .toString());
        words.addAll(List.of("grants", "apply"));
        ProcessBuilder command =
                new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true);
        command.environment().put("KAFKA_BOOTSTRAP_SERVERS", broker.address());
        Process process = command.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(text).isZero();
        return text;
    }

    private static Map<String, Object> settings(Map<String, String> client) {
        Map<String, Object> settings = new HashMap<>(client);
        settings.put("bootstrap.servers", broker.address());
        return settings;
    }

    private static void write(Map<String, String> client, String topic, String key) throws Exception {
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings(client), new ByteArraySerializer(), new ByteArraySerializer())) {
            byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
            producer.send(new ProducerRecord<>(topic, bytes, bytes)).get();
        }
    }

    /** Asks for records of a topic, and for its end. */
    private static void read(Map<String, String> client, String topic) {
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings(client), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            TopicPartition first = new TopicPartition(topic, 0);
            consumer.assign(List.of(first));
            consumer.seekToBeginning(List.of(first));
            consumer.poll(Duration.ofSeconds(2));
            assertThat(consumer.endOffsets(List.of(first))).containsKey(first);
        }
    }

    private static long size(String topic) {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                settings(broker.superClient()), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(one -> new TopicPartition(topic, one.partition()))
                    .toList();
            return consumer.endOffsets(partitions).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }
    }
}
