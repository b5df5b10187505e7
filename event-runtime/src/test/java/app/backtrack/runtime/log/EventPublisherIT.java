package app.backtrack.runtime.log;

import static app.backtrack.runtime.log.TestLog.painScore;
import static app.backtrack.runtime.log.TestLog.painScores;
import static app.backtrack.runtime.log.TestLog.patient;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.backtrack.events.EventCodec.Decoded;
import app.backtrack.events.EventEnvelope;
import app.backtrack.events.PainEvent.PainScoreRecorded;
import app.backtrack.events.PatientRef;
import app.backtrack.events.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(60)
class EventPublisherIT {
    private final TestLog log = TestLog.shared();
    private final PatientRef patient = patient();

    @Test
    void an_acknowledged_event_is_a_sealed_cloudevent_under_its_patients_key() {
        EventEnvelope<PainScoreRecorded> event = painScore(patient);

        log.publish(List.of(event));

        List<ConsumerRecord<byte[], byte[]>> records = recordsOfPatient();
        assertThat(records).hasSize(1);
        Map<String, String> headers = Arrays.stream(records.getFirst().headers().toArray())
                .collect(Collectors.toMap(h -> h.key(), h -> new String(h.value(), StandardCharsets.UTF_8)));
        assertThat(headers)
                .containsEntry("ce_specversion", "1.0")
                .containsEntry("ce_id", event.id())
                .containsEntry("ce_type", "app.backtrack.pain-score-recorded.v1")
                .containsEntry("ce_source", "/clinics/harbour-physio/patients/" + patient.patient())
                .containsEntry("ce_subject", patient.patient().toString())
                .containsEntry("ce_clinicid", "harbour-physio")
                .containsEntry("ce_actor", "patient:" + patient.patient())
                .containsEntry("ce_correlationid", "request-1")
                .containsEntry("content-type", "application/json")
                .containsKeys("ce_time", "ce_dataschema");
        assertThat(new String(records.getFirst().value(), StandardCharsets.UTF_8))
                .startsWith("{\"keyId\":")
                .doesNotContain("walk")
                .doesNotContain("score");
        assertThat(new LogReader(TestLog.CODEC).read(records.getFirst())).isEqualTo(new Decoded.Event(event));
    }

    @Test
    void the_order_of_the_calls_is_the_order_in_the_log() {
        List<EventEnvelope<PainScoreRecorded>> events = painScores(patient, 500);

        log.publish(events);

        assertThat(recordsOfPatient())
                .extracting(record ->
                        new String(record.headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8))
                .containsExactlyElementsOf(
                        events.stream().map(EventEnvelope::id).toList());
    }

    @Test
    void an_event_that_can_never_fit_is_a_bug_and_not_an_outage() {
        EventEnvelope<PainScoreRecorded> event = painScore(patient);
        EventEnvelope<PainScoreRecorded> large = new EventEnvelope<>(
                event.id(), patient, event.recordedAt(), event.actor(), "x".repeat(1_100_000), null, event.data());
        try (EventPublisher publisher = log.patientPublisher()) {
            assertThatThrownBy(() -> publisher.publish(large).get(25, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .cause()
                    .isInstanceOf(IllegalStateException.class)
                    .matches(failure -> !Outages.isOutage(failure));
        }
    }

    @Test
    void a_clock_that_is_off_is_found_without_an_event_refuses_every_event_and_works_again_when_it_is_set()
            throws Exception {
        for (Duration skew : List.of(Duration.ofSeconds(90), Duration.ofSeconds(-90))) {
            AtomicReference<Duration> off = new AtomicReference<>(skew);
            try (EventPublisher publisher = new EventPublisher(
                    log.config("clock-check-every", "PT0.1S", "publish-deadline", "PT20S"),
                    TestLog.CODEC,
                    () -> Instant.now().plus(off.get()))) {
                TestLog.await(
                        "the skew is found",
                        () -> publisher.condition().troubles().stream()
                                .anyMatch(why -> why.contains(skew.isNegative() ? "behind" : "ahead")));
                CompletableFuture<Void> refused = publisher.publish(painScore(patient));
                assertThatThrownBy(refused::join)
                        .hasCauseInstanceOf(ClockOff.class)
                        .hasMessageContaining(skew.isNegative() ? "behind" : "ahead");

                off.set(Duration.ZERO);
                TestLog.await(
                        "the clock is trusted again",
                        () -> publisher.condition().troubles().isEmpty());
                publisher.publish(painScore(patient)).join();
            }
        }
        assertThat(recordsOfPatient()).hasSize(2);
    }

    @Test
    void a_clock_that_is_off_from_the_start_marks_no_event_before_it_is_found() throws Exception {
        for (Duration day : List.of(Duration.ofDays(1), Duration.ofDays(-1))) {
            try (EventPublisher publisher = new EventPublisher(
                    log.config("publish-deadline", "PT20S"),
                    TestLog.CODEC,
                    () -> Instant.now().plus(day))) {
                assertThatThrownBy(() -> publisher.publish(painScore(patient)).join())
                        .hasCauseInstanceOf(ClockOff.class);
                assertThatThrownBy(() -> publisher.condition().clock().instant())
                        .isInstanceOf(ClockOff.class);
            }
        }
        assertThat(recordsOfPatient()).isEmpty();
    }

    @Test
    void a_log_that_takes_nothing_in_is_found_without_an_event_and_so_is_its_end() throws Exception {
        TestLog own = TestLog.start();
        try (EventPublisher publisher = own.publisher("clock-check-every", "PT0.1S", "publish-deadline", "PT2S")) {
            TestLog.await("it is well", () -> publisher.condition().troubles().isEmpty());
            assertThat(publisher.condition().takesEventsIn(TestLog.PATIENCE).join())
                    .isTrue();
            own.broker().freeze();
            TestLog.await("it is told", () -> !publisher.condition().troubles().isEmpty());
            assertThat(publisher.condition().takesEventsIn(TestLog.PATIENCE).join())
                    .isFalse();

            own.broker().wake();
            TestLog.await("it is over", () -> publisher.condition().troubles().isEmpty());
            TestLog.await(
                    "others had time to send theirs",
                    () -> publisher.condition().takesEventsIn(TestLog.PATIENCE).join());
        } finally {
            own.close();
        }
    }

    private List<ConsumerRecord<byte[], byte[]>> recordsOfPatient() {
        return log.read(Topic.PAIN_EVENTS.topicName()).stream()
                .filter(record -> new String(record.key(), StandardCharsets.UTF_8)
                        .equals(patient.patient().toString()))
                .toList();
    }
}
