package app.backtrack.runtime.log;

import static app.backtrack.runtime.log.TestLog.CODEC;
import static app.backtrack.runtime.log.TestLog.painScore;
import static app.backtrack.runtime.log.TestLog.patient;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.backtrack.events.EventEnvelope;
import app.backtrack.events.PatientRef;
import app.backtrack.events.Sealing.PatientErased;
import app.backtrack.runtime.log.BatchRunner.ParkedRecord;
import com.mongodb.MongoTimeoutException;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BatchRunnerTest {
    private final PatientRef patient = patient();
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final List<String> handled = new ArrayList<>();
    private int offset;

    @Test
    void outcomes_are_counted_and_parked_ones_are_told_with_their_reason() throws Exception {
        BatchHandler handler =
                events -> List.of(Outcome.APPLIED, Outcome.IGNORED, new Outcome.Parked("NO_SUCH_PROGRAM"));

        List<ParkedRecord> parked = runner(handler).run(List.of(record(), record(), record()), false);

        assertThat(parked).extracting(ParkedRecord::reason).containsExactly("NO_SUCH_PROGRAM");
        assertThat(parked).extracting(letter -> letter.record().offset()).containsExactly(2L);
        assertThat(count("applied")).isEqualTo(1);
        assertThat(count("ignored")).isEqualTo(1);
        assertThat(count("parked")).isEqualTo(1);
    }

    @Test
    void a_record_that_cannot_be_read_is_parked_counted_and_never_handled() throws Exception {
        ConsumerRecord<byte[], byte[]> bad = new ConsumerRecord<>("pain-events", 0, 77, null, bytes("no event"));

        List<ParkedRecord> parked = runner(this::note).run(List.of(bad, record()), false);

        assertThat(parked).extracting(ParkedRecord::reason).containsExactly("NOT_A_CLOUDEVENT");
        assertThat(handled).hasSize(1);
        assertThat(count("parked")).isEqualTo(1);
    }

    @Test
    void a_bug_on_one_record_parks_that_one_after_its_attempts_and_the_others_go_through() throws Exception {
        List<ConsumerRecord<byte[], byte[]>> batch = List.of(record(), record(), record());
        AtomicInteger attempts = new AtomicInteger();
        String[] culprit = {""};
        BatchHandler handler = events -> {
            culprit[0] = culprit[0].isEmpty() ? events.get(1).id() : culprit[0];
            if (events.stream().anyMatch(event -> event.id().equals(culprit[0]))) {
                attempts.incrementAndGet();
                throw new IllegalStateException("a bug");
            }
            return note(events);
        };

        List<ParkedRecord> parked = runner(handler).run(batch, false);

        assertThat(parked).extracting(ParkedRecord::reason).containsExactly("HANDLER_FAILED");
        assertThat(parked).extracting(letter -> letter.record().offset()).containsExactly(1L);
        assertThat(handled).hasSize(2);
        assertThat(attempts).hasValue(1 + 3);
    }

    @Test
    void a_handler_that_owes_outcomes_is_asked_for_each_event_alone() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        BatchHandler handler = events -> {
            if (calls.getAndIncrement() == 0) {
                return List.of(new Outcome.Parked("ONE_FOR_TWO"));
            }
            return List.of(new Outcome.Parked("ALONE"));
        };

        List<ParkedRecord> parked = runner(handler).run(List.of(record(), record()), false);

        assertThat(parked).extracting(ParkedRecord::reason).containsExactly("ALONE", "ALONE");
    }

    @Test
    void an_outage_ends_the_run_also_when_records_are_tried_alone() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        BatchHandler handler = events -> {
            if (calls.getAndIncrement() == 0) {
                throw new IllegalStateException("a bug");
            }
            throw new MongoTimeoutException("no server");
        };
        List<ConsumerRecord<byte[], byte[]>> batch = List.of(record(), record());

        assertThatThrownBy(() -> runner(handler).run(batch, false)).isInstanceOf(MongoTimeoutException.class);
    }

    private List<Outcome> note(List<EventEnvelope<?>> events) {
        events.forEach(event -> handled.add(event.id()));
        return events.stream().map(event -> Outcome.APPLIED).toList();
    }

    private BatchRunner runner(BatchHandler handler) {
        return new BatchRunner(new LogReader(CODEC), handler, 3, meters);
    }

    private double count(String outcome) {
        return meters.counter("backtrack.records", "outcome", outcome).count();
    }

    private ConsumerRecord<byte[], byte[]> record() throws PatientErased {
        ProducerRecord<byte[], byte[]> sent = KafkaMessageFactory.<byte[]>createWriter("pain-events", bytes("key"))
                .writeBinary(CODEC.encode(painScore(patient)));
        ConsumerRecord<byte[], byte[]> record =
                new ConsumerRecord<>("pain-events", 0, offset++, sent.key(), sent.value());
        sent.headers().forEach(record.headers()::add);
        return record;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
