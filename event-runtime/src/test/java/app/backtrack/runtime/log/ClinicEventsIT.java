package app.backtrack.runtime.log;

import static app.backtrack.runtime.log.TestLog.painScore;
import static app.backtrack.runtime.log.TestLog.patient;
import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.events.Actor;
import app.backtrack.events.ClinicEnvelope;
import app.backtrack.events.ClinicEvent.ClinicSettings;
import app.backtrack.events.ClinicEvent.ClinicSettingsChanged;
import app.backtrack.events.ClinicId;
import app.backtrack.events.EventEnvelope;
import app.backtrack.events.Role;
import app.backtrack.events.Threshold;
import app.backtrack.events.Topic;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(60)
class ClinicEventsIT {
    private static final String TOPIC = Topic.CLINIC_EVENTS.topicName();

    private final TestLog log = TestLog.shared();
    private final ClinicId clinic =
            new ClinicId("harbour-" + UUID.randomUUID().toString().substring(0, 8));
    private final List<ClinicEnvelope> heard = new CopyOnWriteArrayList<>();

    @Test
    void an_acknowledged_event_is_a_plain_cloudevent_under_its_clinics_key() {
        publish(settings(1));

        List<ConsumerRecord<byte[], byte[]>> records = recordsOfClinic();
        assertThat(records).hasSize(1);
        Map<String, String> headers = Arrays.stream(records.getFirst().headers().toArray())
                .collect(Collectors.toMap(h -> h.key(), h -> new String(h.value(), StandardCharsets.UTF_8)));
        assertThat(headers)
                .containsEntry("ce_specversion", "1.0")
                .containsEntry("ce_id", "clinic/1")
                .containsEntry("ce_type", "app.backtrack.clinic-settings-changed.v1")
                .containsEntry("ce_source", "/clinics/" + clinic)
                .containsEntry("ce_subject", clinic.value())
                .containsEntry("ce_clinicid", clinic.value())
                .containsEntry("ce_actor", "clinic-admin:ad-weber")
                .containsEntry("ce_dataschema", "urn:backtrack:schema:clinic-settings-changed.v1")
                .containsEntry("ce_time", "2026-11-20T18:31:07.482Z")
                .containsEntry("content-type", "application/json");
        assertThat(new String(records.getFirst().value(), StandardCharsets.UTF_8))
                .isEqualTo(
                        "{\"effectiveFrom\":\"2026-12-01\",\"settings\":{\"thresholds\":{\"silence-hours\":72}},\"version\":1}");
    }

    @Test
    void who_follows_hears_what_was_published_before_and_after_in_order() {
        List<ClinicEnvelope> events = List.of(settings(1), settings(2), settings(3), settings(4));
        publish(events.get(0), events.get(1));
        try (LogFollower follower = log.clients().followClinics(this::hear)) {
            assertThat(caughtUp(follower)).isTrue();
            assertThat(heard).containsExactlyElementsOf(events.subList(0, 2));

            publish(events.get(2), events.get(3));

            assertThat(caughtUp(follower)).isTrue();
            assertThat(heard).containsExactlyElementsOf(events);
        }
    }

    @Test
    void what_is_no_event_of_a_clinic_is_passed_over() throws Exception {
        byte[] key = clinic.value().getBytes(StandardCharsets.UTF_8);
        try (KafkaProducer<byte[], byte[]> producer = log.rawProducer()) {
            producer.send(new ProducerRecord<>(TOPIC, key, new byte[7])).get();
            producer.send(new ProducerRecord<>(TOPIC, key, null)).get();
            producer.send(aPatientsRecord()).get();
        }
        publish(settings(1));
        try (LogFollower follower = log.clients().followClinics(this::hear)) {
            assertThat(caughtUp(follower)).isTrue();
            assertThat(heard).containsExactly(settings(1));
        }
    }

    @Test
    void an_event_on_which_the_listener_fails_is_passed_over() {
        publish(settings(1), settings(2));
        try (LogFollower follower = log.clients().followClinics(event -> {
            if (event.equals(settings(1))) {
                throw new IllegalStateException("a bug");
            }
            hear(event);
        })) {
            assertThat(caughtUp(follower)).isTrue();
            assertThat(heard).containsExactly(settings(2));
        }
    }

    /** A sealed event of a patient that lost its way into the clinics' topic. */
    private ProducerRecord<byte[], byte[]> aPatientsRecord() {
        EventEnvelope<?> event = painScore(patient());
        log.publish(List.of(event));
        ConsumerRecord<byte[], byte[]> record = log.read(Topic.PAIN_EVENTS.topicName()).stream()
                .filter(one -> new String(one.headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8)
                        .equals(event.id()))
                .findFirst()
                .orElseThrow();
        return new ProducerRecord<>(TOPIC, null, record.key(), record.value(), record.headers());
    }

    private void publish(ClinicEnvelope... events) {
        try (EventPublisher publisher = log.patientPublisher()) {
            for (ClinicEnvelope event : events) {
                publisher.publish(event).join();
            }
        }
    }

    private void hear(ClinicEnvelope event) {
        if (event.clinic().equals(clinic)) {
            heard.add(event);
        }
    }

    private static boolean caughtUp(LogFollower follower) {
        return follower.caughtUp(Duration.ofSeconds(10)).join();
    }

    private List<ConsumerRecord<byte[], byte[]>> recordsOfClinic() {
        return log.read(TOPIC).stream()
                .filter(record -> new String(record.key(), StandardCharsets.UTF_8).equals(clinic.value()))
                .toList();
    }

    private ClinicEnvelope settings(int version) {
        ClinicSettings settings = new ClinicSettings(
                new TreeMap<>(Map.of(Threshold.SILENCE_HOURS, new BigDecimal("72"))), null, null, null);
        return new ClinicEnvelope(
                clinic,
                Instant.parse("2026-11-20T18:31:07.482Z"),
                new Actor(Role.CLINIC_ADMIN, "ad-weber"),
                new ClinicSettingsChanged(version, LocalDate.of(2026, 12, 1), settings, null));
    }
}
