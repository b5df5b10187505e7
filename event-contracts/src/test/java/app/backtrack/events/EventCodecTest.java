package app.backtrack.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.backtrack.events.EventCodec.Decoded;
import app.backtrack.events.Sealing.PatientErased;
import app.backtrack.events.Sealing.SealedData;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EventCodecTest {
    private final FixedKeySealing sealing = new FixedKeySealing();
    private final EventCodec codec = new EventCodec(sealing);

    @ParameterizedTest
    @MethodSource("app.backtrack.events.Sample#ofPatients")
    void an_event_survives_encoding_and_decoding_with_all_its_attributes(Sample<BacktrackEvent> sample)
            throws Exception {
        EventEnvelope<?> envelope = Envelopes.of(sample.event());

        assertThat(codec.decode(codec.encode(envelope))).isEqualTo(new Decoded.Event(envelope));
    }

    @Test
    void an_envelope_needs_neither_correlation_nor_cause() throws PatientErased {
        EventEnvelope<?> envelope = EventEnvelope.ofFact(
                Envelopes.score(0), Envelopes.PATIENT, Envelopes.RECORDED_AT, Envelopes.ACTOR, null);

        assertThat(codec.decode(codec.encode(envelope))).isEqualTo(new Decoded.Event(envelope));
    }

    @Test
    void nothing_clinical_stands_outside_the_seal() throws PatientErased {
        CloudEvent event = codec.encode(Envelopes.painScore());

        assertThat(new String(bytes(event), StandardCharsets.UTF_8)).doesNotContain("score", "walk", "average");
        assertThat(event.getExtensionNames())
                .containsExactlyInAnyOrder("clinicid", "actor", "correlationid", "causationid");
        assertThat(Schemas.flaws(Schemas.SEALED_DATA, bytes(event))).isEmpty();
    }

    @Test
    void an_event_of_an_erased_patient_is_passed_over() throws PatientErased {
        CloudEvent event = codec.encode(Envelopes.painScore());
        sealing.erase(Envelopes.PATIENT);

        assertThat(codec.decode(event)).isEqualTo(new Decoded.Erased(Envelopes.PATIENT));
    }

    @Test
    void nothing_is_written_about_an_erased_patient() {
        sealing.erase(Envelopes.PATIENT);

        assertThatThrownBy(() -> codec.encode(Envelopes.painScore())).isInstanceOf(PatientErased.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"PATIENT_ERASED", "PATIENT_DATA_ERASED"})
    void that_a_patient_was_erased_can_be_told_and_read_without_the_key(EventType type) throws Exception {
        EventEnvelope<?> envelope = Envelopes.of(Sample.of(type, "full").event());
        sealing.erase(Envelopes.PATIENT);

        assertThat(codec.decode(codec.encode(envelope))).isEqualTo(new Decoded.Event(envelope));
    }

    @Test
    void all_else_about_a_patient_is_sealed() {
        assertThat(Arrays.stream(EventType.values()).filter(type -> !type.form().isSealed()))
                .containsExactlyInAnyOrder(EventType.PATIENT_ERASED, EventType.PATIENT_DATA_ERASED);
    }

    @Test
    void an_event_of_an_unknown_type_is_opened_for_who_asks() throws Exception {
        byte[] plain = "{\"mood\":4}".getBytes(StandardCharsets.UTF_8);
        String context = Envelopes.PATIENT.key() + "|mood/1|app.backtrack.mood-recorded.v1";
        SealedData data = sealing.seal(Envelopes.PATIENT, context.getBytes(StandardCharsets.UTF_8), plain);
        CloudEvent unknown = CloudEventBuilder.from(codec.encode(Envelopes.painScore()))
                .withId("mood/1")
                .withType("app.backtrack.mood-recorded.v1")
                .withData(EventJson.write(data))
                .build();

        assertThat(codec.decode(unknown)).isEqualTo(new Decoded.Unreadable(EventCodec.Flaw.UNKNOWN_TYPE));
        assertThat(codec.open(unknown)).isEqualTo(plain);
    }

    @Test
    void mended_data_is_sealed_under_the_id_that_follows_from_it() throws Exception {
        CloudEvent bad = CloudEventBuilder.from(codec.encode(Envelopes.painScore()))
                .withId("pain-score/another/1")
                .build();
        EventEnvelope<?> good = EventEnvelope.ofFact(
                Envelopes.score(3), Envelopes.PATIENT, Envelopes.RECORDED_AT, Envelopes.ACTOR, null);

        CloudEvent mended = codec.seal(bad, EventJson.write(good.data()));

        assertThat(codec.decode(mended)).isInstanceOfSatisfying(Decoded.Event.class, read -> {
            assertThat(read.envelope().data()).isEqualTo(good.data());
            assertThat(read.envelope().id()).isEqualTo(good.id());
        });
    }

    @Test
    void data_of_another_form_is_not_sealed() throws PatientErased {
        CloudEvent event = codec.encode(Envelopes.painScore());

        assertThatThrownBy(() -> codec.seal(event, "{\"score\":3}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IOException.class);
    }

    @Test
    void a_bug_in_the_sealing_is_not_blamed_on_the_record() throws PatientErased {
        CloudEvent event = codec.encode(Envelopes.painScore());
        EventCodec broken = new EventCodec(new Sealing() {
            @Override
            public SealedData seal(PatientRef patient, byte[] context, byte[] plain) {
                throw new IllegalArgumentException("a bug");
            }

            @Override
            public byte[] open(PatientRef patient, byte[] context, SealedData data) {
                throw new IllegalArgumentException("a bug");
            }
        });

        assertThatThrownBy(() -> broken.decode(event)).isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] bytes(CloudEvent event) {
        return Objects.requireNonNull(event.getData()).toBytes();
    }
}
