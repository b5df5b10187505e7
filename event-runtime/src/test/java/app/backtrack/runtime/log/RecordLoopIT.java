package app.backtrack.runtime.log;

import static app.backtrack.runtime.log.TestLog.await;
import static app.backtrack.runtime.log.TestLog.painScore;
import static app.backtrack.runtime.log.TestLog.painScores;
import static app.backtrack.runtime.log.TestLog.patient;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.backtrack.events.EventEnvelope;
import app.backtrack.events.PainEvent.PainScoreRecorded;
import app.backtrack.events.PatientRef;
import app.backtrack.events.Topic;
import com.mongodb.MongoTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(120)
class RecordLoopIT {
    private static final Set<Topic> PAIN = Set.of(Topic.PAIN_EVENTS);

    private final TestLog log = TestLog.shared();
    private final PatientRef patient = patient();
    private final String group = "group-" + UUID.randomUUID();
    private final RecordingHandler handler = new RecordingHandler(patient);

    @Test
    void what_was_handled_and_committed_is_not_handled_again_by_the_next_process() throws Exception {
        List<String> first = publish(3);
        try (Process process = new Process()) {
            process.start(handler);
            await("the first are handled", () -> handler.handled().containsAll(first));
        }
        List<String> second = publish(2);
        RecordingHandler next = new RecordingHandler(patient);
        try (Process process = new Process()) {
            process.start(next);
            await("the second are handled", () -> next.handled().containsAll(second));
        }

        assertThat(handler.handled()).containsExactlyElementsOf(first);
        assertThat(next.handled()).containsExactlyElementsOf(second);
    }

    @Test
    void what_was_handled_but_not_committed_comes_again() throws Exception {
        List<String> ids = publish(3);
        CountDownLatch handled = new CountDownLatch(1);
        try (Process process = new Process()) {
            process.start(handler.doing(batch -> {
                handled.countDown();
                throw new MongoTimeoutException("killed before the commit");
            }));
            handled.await();
        }
        RecordingHandler next = new RecordingHandler(patient);
        try (Process process = new Process()) {
            process.start(next);
            await("they come again", () -> next.handled().containsAll(ids));
        }
        assertThat(next.handled()).containsExactlyElementsOf(ids);
    }

    @Test
    void a_handler_is_told_whether_the_log_holds_more_than_its_batch() throws Exception {
        List<String> ids = publish(5);
        try (Process process = new Process("max-batch", "2")) {
            process.start(handler);
            await("the first are handled", () -> handler.handled().containsAll(ids));
            List<String> last = publish(1);
            await("the last is handled", () -> handler.handled().containsAll(last));
        }

        assertThat(handler.behinds()).startsWith(true, true).endsWith(false);
    }

    @Test
    void poison_goes_to_the_dead_letters_as_it_was_and_the_partition_goes_on() throws Exception {
        EventEnvelope<PainScoreRecorded> good = painScore(patient);
        try (Process process = new Process()) {
            process.start(handler);
            poison();
            log.publish(List.of(good));
            await("the good one is handled", () -> handler.handled().contains(good.id()));
            await("all letters are kept", () -> letters().size() == 6);
        }

        assertThat(letters())
                .extracting(
                        letter -> header(letter, "test_kind") + " " + header(letter, "backtrack_dead_letter_reason"))
                .containsExactlyInAnyOrder(
                        "bad-json BAD_DATA",
                        "unknown-type UNKNOWN_TYPE",
                        "no-data NO_DATA",
                        "megabyte NOT_A_CLOUDEVENT",
                        "no-cloudevent NOT_A_CLOUDEVENT",
                        "structured NOT_A_CLOUDEVENT");
        ConsumerRecord<byte[], byte[]> megabyte = letters().stream()
                .filter(letter -> header(letter, "test_kind").equals("megabyte"))
                .findFirst()
                .orElseThrow();
        assertThat(megabyte.value()).hasSize(1_000_000).containsOnly('x');
        assertThat(megabyte.key()).isEqualTo(patient.patient().toString().getBytes(StandardCharsets.UTF_8));
        assertThat(header(megabyte, "backtrack_dead_letter_topic")).isEqualTo("pain-events");
        assertThat(header(megabyte, "backtrack_dead_letter_partition")).isEqualTo("" + megabyte.partition());
        assertThat(header(megabyte, "backtrack_dead_letter_offset")).matches("\\d+");
    }

    @Test
    void a_bug_on_one_record_isolates_it() throws Exception {
        List<String> ids = publish(5);
        handler.doing(batch -> {
            if (batch.contains(ids.get(2))) {
                throw new IllegalStateException("a bug");
            }
        });
        try (Process process = new Process()) {
            process.start(handler);
            await("the others are handled", () -> handler.handled().size() == 4);
            await("the letter is kept", () -> !letters().isEmpty());
        }

        assertThat(handler.handled()).containsExactly(ids.get(0), ids.get(1), ids.get(3), ids.get(4));
        assertThat(letters())
                .extracting(letter -> header(letter, "ce_id") + " " + header(letter, "backtrack_dead_letter_reason"))
                .containsExactly(ids.get(2) + " HANDLER_FAILED");
    }

    @Test
    void an_outage_longer_than_a_member_may_be_silent_keeps_the_membership_and_the_batch() throws Exception {
        List<String> ids = publish(3);
        AtomicBoolean away = new AtomicBoolean(true);
        AtomicInteger attempts = new AtomicInteger();
        handler.doing(batch -> {
            attempts.incrementAndGet();
            if (away.get()) {
                throw new MongoTimeoutException("the store is away");
            }
        });
        try (Process process = new Process("client.\"max.poll.interval.ms\"", "1500");
                Admin admin = Admin.create(KafkaSettings.admin(log.config()))) {
            RecordLoop loop = process.start(handler);
            await("it is tried for longer than the limit", () -> attempts.get() > 25);
            assertThat(loop.trouble().orElse("")).contains("outage", "MongoTimeoutException");
            var description = describeGroup(admin);
            assertThat(description.groupState()).isEqualTo(GroupState.STABLE);
            assertThat(description.members()).hasSize(1);
            List<String> later = publish(1);

            away.set(false);
            await("all is handled", () -> handler.handled().containsAll(later));

            assertThat(handler.handled()).startsWith(ids.toArray(String[]::new)).hasSize(4);
            await("all is well again", () -> loop.trouble().isEmpty());
        }
    }

    @Test
    void partitions_that_are_taken_away_in_an_outage_take_their_records_along() throws Exception {
        PatientRef[] many = new PatientRef[40];
        List<EventEnvelope<PainScoreRecorded>> events = new ArrayList<>();
        for (int i = 0; i < many.length; i++) {
            many[i] = patient();
            events.add(painScore(many[i]));
        }
        log.publish(events);
        AtomicBoolean away = new AtomicBoolean(true);
        AtomicInteger attempts = new AtomicInteger();
        RecordingHandler one = new RecordingHandler(many).doing(batch -> {
            attempts.incrementAndGet();
            if (away.get()) {
                throw new MongoTimeoutException("the store is away");
            }
        });
        RecordingHandler other = new RecordingHandler(many);
        try (Process first = new Process("instance-id", "one");
                Process second = new Process("instance-id", "two")) {
            first.start(one);
            await("the first has the batch", () -> attempts.get() > 0);
            second.start(other);
            await("the second has its share", () -> !other.handled().isEmpty());
            away.set(false);
            await(
                    "all are handled",
                    () -> one.handled().size() + other.handled().size() >= many.length);
        }

        List<String> all = new ArrayList<>(one.handled());
        all.addAll(other.handled());
        assertThat(all)
                .containsExactlyInAnyOrderElementsOf(
                        events.stream().map(EventEnvelope::id).toList());
        assertThat(one.handled()).isNotEmpty();
    }

    @Test
    void closing_in_the_middle_of_a_batch_finishes_it_commits_it_and_leaves_the_group() throws Exception {
        List<String> ids = publish(3);
        CountDownLatch inTheMiddle = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        handler.doing(batch -> {
            inTheMiddle.countDown();
            awaitQuietly(goOn);
        });
        Process process = new Process();
        process.start(handler);
        inTheMiddle.await();
        Thread closing = Thread.ofVirtual().start(process::close);
        assertThat(closing.join(java.time.Duration.ofMillis(200))).isFalse();

        goOn.countDown();
        closing.join();

        assertThat(handler.handled()).containsExactlyElementsOf(ids);
        try (Admin admin = Admin.create(KafkaSettings.admin(log.config()))) {
            assertThat(describeGroup(admin).members()).isEmpty();
        }
        List<String> later = publish(1);
        RecordingHandler next = new RecordingHandler(patient);
        try (Process again = new Process()) {
            again.start(next);
            await("the next is handled", () -> next.handled().containsAll(later));
        }
        assertThat(next.handled()).containsExactlyElementsOf(later);
    }

    @Test
    void a_letter_that_cannot_be_kept_is_not_committed_over() throws Exception {
        List<String> ids = publish(1);
        handler.doing(batch -> {
            setLetterLimit(100);
            throw new IllegalStateException("a bug");
        });
        try (Process process = new Process()) {
            RecordLoop loop = process.start(handler);
            await("it waits", () -> loop.trouble().orElse("").contains("LogUnavailable"));
            handler.doing(batch -> {
                throw new IllegalStateException("a bug");
            });
            setLetterLimit(KafkaSettings.MAX_RECORD_BYTES + 65_536);
            await("the letter is kept", () -> !letters().isEmpty());
        } finally {
            setLetterLimit(KafkaSettings.MAX_RECORD_BYTES + 65_536);
        }
        assertThat(letters()).extracting(letter -> header(letter, "ce_id")).containsExactlyElementsOf(ids);
    }

    @Test
    void a_process_has_one_member_in_a_group() {
        try (Process process = new Process()) {
            process.start(handler);

            assertThatThrownBy(() -> process.start(handler)).isInstanceOf(IllegalStateException.class);
        }
    }

    /** The log's clients of one process of a service. */
    private final class Process implements AutoCloseable {
        private final LogClients clients;

        Process(String... settings) {
            clients = log.clients(settings);
        }

        RecordLoop start(BatchHandler handler) {
            return clients.startLoop(group, PAIN, handler);
        }

        @Override
        public void close() {
            clients.close();
        }
    }

    private List<String> publish(int count) {
        List<EventEnvelope<PainScoreRecorded>> events = painScores(patient, count);
        log.publish(events);
        return events.stream().map(EventEnvelope::id).toList();
    }

    private void poison() throws Exception {
        try (KafkaProducer<byte[], byte[]> producer = log.rawProducer()) {
            producer.send(cloudEvent("bad-json", "{\"keyId\":", "app.backtrack.pain-score-recorded.v1"))
                    .get();
            producer.send(cloudEvent("unknown-type", "{}", "app.backtrack.weather-changed.v1"))
                    .get();
            producer.send(cloudEvent("no-data", null, "app.backtrack.pain-score-recorded.v1"))
                    .get();
            producer.send(raw("megabyte", "x".repeat(1_000_000))).get();
            producer.send(raw("no-cloudevent", "{\"score\":4}")).get();
            ProducerRecord<byte[], byte[]> structured =
                    raw("structured", "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/\",\"type\":\"t\"}");
            add(structured, "content-type", "application/cloudevents+json");
            producer.send(structured).get();
        }
    }

    private ProducerRecord<byte[], byte[]> cloudEvent(String kind, @Nullable String value, String type) {
        ProducerRecord<byte[], byte[]> record = raw(kind, value);
        String id = patient.patient().toString();
        add(record, "ce_specversion", "1.0");
        add(record, "ce_id", kind);
        add(record, "ce_type", type);
        add(record, "ce_source", "/clinics/harbour-physio/patients/" + id);
        add(record, "ce_subject", id);
        add(record, "ce_clinicid", "harbour-physio");
        add(record, "ce_actor", "patient:" + id);
        add(record, "ce_time", "2026-11-20T18:30:00Z");
        add(record, "content-type", "application/json");
        return record;
    }

    private ProducerRecord<byte[], byte[]> raw(String kind, @Nullable String value) {
        byte[] key = patient.patient().toString().getBytes(StandardCharsets.UTF_8);
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>("pain-events", key, value == null ? null : value.getBytes(StandardCharsets.UTF_8));
        add(record, "test_kind", kind);
        return record;
    }

    private static void add(ProducerRecord<byte[], byte[]> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    /** The letters of this test's group and patient. */
    private List<ConsumerRecord<byte[], byte[]>> letters() {
        return log.read("pain-events.dead-letter").stream()
                .filter(letter ->
                        header(letter, "backtrack_dead_letter_consumer").equals(group))
                .filter(this::isOurs)
                .toList();
    }

    private boolean isOurs(ConsumerRecord<byte[], byte[]> letter) {
        return new String(letter.key(), StandardCharsets.UTF_8)
                .equals(patient.patient().toString());
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    private ConsumerGroupDescription describeGroup(Admin admin) throws Exception {
        return Objects.requireNonNull(
                admin.describeConsumerGroups(List.of(group)).all().get().get(group));
    }

    private void setLetterLimit(int bytes) {
        ConfigResource letters = new ConfigResource(ConfigResource.Type.TOPIC, "pain-events.dead-letter");
        ConfigEntry limit = new ConfigEntry("max.message.bytes", String.valueOf(bytes));
        try (Admin admin = Admin.create(KafkaSettings.admin(log.config()))) {
            admin.incrementalAlterConfigs(Map.of(letters, List.of(new AlterConfigOp(limit, AlterConfigOp.OpType.SET))))
                    .all()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
