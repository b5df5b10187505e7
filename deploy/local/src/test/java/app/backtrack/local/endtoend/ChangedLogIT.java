package app.backtrack.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.local.LocalSystem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody with access to the broker's disk changes what lies there. The system is one of its own: it stays broken. */
@EndToEnd
@TestMethodOrder(OrderAnnotation.class)
class ChangedLogIT {
    private static LocalSystem system;
    private static Patient patient;

    @BeforeAll
    static void start() throws Exception {
        system = LocalSystem.isolated();
        unpack("pain-events", "access-events", "program-events");
        patient = Clinic.open(system).enrol();
        String position = patient.sendAll(List.of(Fact.score(3, Fact.today()), Fact.score(4, Fact.today())));
        patient.progressAfter(position, 4);
    }

    @AfterAll
    static void stop() {
        if (system != null) {
            system.close();
        }
    }

    @Test
    @Order(1)
    void nothing_is_found_where_nothing_was_changed() {
        Eventually.holds(() -> {
            Tool verified = verify();
            assertThat(verified.status()).as(verified.text()).isZero();
            assertThat(verified.text()).contains(" 0 not chained yet", "all as it was chained");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"pain-events", "access-events"})
    @Order(2)
    void one_flipped_byte_of_a_sealed_event_is_found_though_the_brokers_checksum_fits(String topic) throws IOException {
        ConsumerRecord<byte[], byte[]> last =
                new LogBook(system).read(topic, patient).getLast();
        String sealed = new String(last.value(), StandardCharsets.US_ASCII);

        change(topic, sealed.substring(0, sealed.length() / 2), true);

        Tool verified = verify();
        assertThat(verified.status()).as(verified.text()).isEqualTo(1);
        assertThat(verified.text())
                .contains(
                        "differs",
                        topic,
                        new String(last.headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8));
    }

    @Test
    @Order(3)
    void a_damaged_record_is_named_by_its_place() throws IOException {
        ConsumerRecord<byte[], byte[]> last =
                new LogBook(system).read("program-events", patient).getLast();
        String sealed = new String(last.value(), StandardCharsets.US_ASCII);

        change("program-events", sealed.substring(0, sealed.length() / 2), false);

        Tool verified = verify();
        assertThat(verified.status()).as(verified.text()).isEqualTo(1);
        assertThat(verified.text()).contains("cannot be read on", "program-events-" + last.partition(), "invalid");
    }

    /** Lets the broker keep what comes from now on as it is, so that a byte of a seal lies there to be flipped. */
    private static void unpack(String... topics) throws Exception {
        AlterConfigOp asItIs = new AlterConfigOp(
                new ConfigEntry(TopicConfig.COMPRESSION_TYPE_CONFIG, "uncompressed"), AlterConfigOp.OpType.SET);
        Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
        for (String topic : topics) {
            changes.put(new ConfigResource(ConfigResource.Type.TOPIC, topic), List.of(asItIs));
        }
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", system.addresses().kafka()))) {
            admin.incrementalAlterConfigs(changes).all().get();
        }
    }

    private static void change(String topic, String before, boolean hides) throws IOException {
        system.process("kafka").stop();
        Path logs = system.data().resolve("kafka/kafka");
        Segment.holding(logs, topic, before).change(before, 1, hides);
        system.process("kafka").start().awaitReady(Duration.ofSeconds(60));
    }

    private static Tool verify() {
        return Tool.run(system.besideTracking(List.of("verify")));
    }
}
