package app.backtrack.events;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.events.EventCodec.Decoded;
import app.backtrack.events.EventCodec.Flaw;
import app.backtrack.events.Sealing.PatientErased;
import app.backtrack.events.Sealing.SealedData;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no event of ours goes to the dead letters, and each says why. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class UnreadableEventTest {
    private final FixedKeySealing sealing = new FixedKeySealing();
    private final EventCodec codec = new EventCodec(sealing);

    @Test
    void an_unknown_type_is_unreadable_until_an_upgrade() throws PatientErased {
        assertFlaw(Flaw.UNKNOWN_TYPE, builder -> builder.withType("app.backtrack.mood-recorded.v1"));
    }

    @Test
    void an_event_without_data_is_unreadable() throws PatientErased {
        assertFlaw(Flaw.NO_DATA, CloudEventBuilder::withoutData);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badEnvelopes")
    void a_bad_envelope_is_unreadable(String flaw, UnaryOperator<CloudEventBuilder> change) throws PatientErased {
        assertFlaw(Flaw.BAD_ENVELOPE, change);
    }

    static Stream<Arguments> badEnvelopes() {
        return Stream.of(
                bad("no clinic", builder -> builder.withoutExtension("clinicid")),
                bad("no clinic's form", builder -> builder.withExtension("clinicid", "Alpenblick!")),
                bad("another clinic than the source's", builder -> builder.withExtension("clinicid", "seeufer")),
                bad("clinic as a number", builder -> builder.withExtension("clinicid", 7)),
                bad("no subject", builder -> builder.withSubject(null)),
                bad("no patient's form", builder -> builder.withSubject("somebody")),
                bad(
                        "another patient than the source's",
                        builder -> builder.withSubject("00000000-0000-4000-8000-000000000000")),
                bad("foreign source", builder -> builder.withSource(URI.create("/clinics/alpenblick"))),
                bad("no time", builder -> builder.withTime(null)),
                bad("no actor", builder -> builder.withoutExtension("actor")),
                bad("actor without a role", builder -> builder.withExtension("actor", "somebody")),
                bad("actor of an unknown role", builder -> builder.withExtension("actor", "visitor:7")));
    }

    @Test
    void a_fact_under_an_id_that_is_not_its_own_is_unreadable() throws PatientErased {
        EventEnvelope<?> right = Envelopes.painScore();
        EventEnvelope<?> wrong = new EventEnvelope<>(
                "pain-score/other/1", right.subject(), right.recordedAt(), right.actor(), null, null, right.data());

        assertThat(codec.decode(codec.encode(wrong))).isEqualTo(new Decoded.Unreadable(Flaw.BAD_ENVELOPE));
    }

    @Test
    void one_flipped_bit_anywhere_breaks_the_seal() throws Exception {
        CloudEvent event = codec.encode(Envelopes.painScore());
        SealedData data = EventJson.read(bytes(event), SealedData.class);
        for (int i = 0; i < data.sealed().length; i++) {
            byte[] changed = data.sealed().clone();
            changed[i] ^= 1;
            byte[] json = EventJson.write(new SealedData(data.keyId(), changed));

            assertFlaw(Flaw.BROKEN_SEAL, builder -> builder.withData("application/json", json));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("otherContexts")
    void a_seal_holds_for_its_own_event_alone(String context, UnaryOperator<CloudEventBuilder> change)
            throws PatientErased {
        assertFlaw(Flaw.BROKEN_SEAL, change);
    }

    static Stream<Arguments> otherContexts() {
        return Stream.of(
                bad("another id", builder -> builder.withId("pain-score/0192f5d9-2b40-7c16-b3f8-c47a90e1d52f/3")),
                bad("another type", builder -> builder.withType(EventType.PAIN_SCORE_RETRACTED.wireName())),
                bad(
                        "another clinic's patient",
                        builder -> builder.withExtension("clinicid", "seeufer")
                                .withSource(URI.create("/clinics/seeufer/patients/" + Envelopes.PATIENT.patient()))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "null", "[]", "{}", "{\"keyId\":\"k\"}", "{\"keyId\":\"k\",\"sealed\":\"%%%\"}"})
    void data_that_is_no_sealed_json_is_unreadable(String json) throws PatientErased {
        assertFlaw(
                Flaw.BAD_DATA, builder -> builder.withData("application/json", json.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void a_megabyte_of_text_is_unreadable() throws PatientErased {
        String json = '"' + "x".repeat(1 << 20) + '"';

        assertFlaw(
                Flaw.BAD_DATA, builder -> builder.withData("application/json", json.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void sealed_content_of_another_form_is_unreadable() throws PatientErased {
        EventEnvelope<?> envelope = Envelopes.painScore();
        String context = envelope.subject().key() + "|" + envelope.id() + "|"
                + envelope.type().wireName();
        SealedData sealed = sealing.seal(
                envelope.subject(),
                context.getBytes(StandardCharsets.UTF_8),
                "{\"score\":4}".getBytes(StandardCharsets.UTF_8));

        assertFlaw(Flaw.BAD_DATA, builder -> builder.withData("application/json", EventJson.write(sealed)));
    }

    private void assertFlaw(Flaw flaw, UnaryOperator<CloudEventBuilder> change) throws PatientErased {
        CloudEvent changed = change.apply(CloudEventBuilder.v1(codec.encode(Envelopes.painScore())))
                .build();

        assertThat(codec.decode(changed)).isEqualTo(new Decoded.Unreadable(flaw));
    }

    private static Arguments bad(String name, UnaryOperator<CloudEventBuilder> change) {
        return Arguments.of(name, change);
    }

    private static byte[] bytes(CloudEvent event) {
        return Objects.requireNonNull(event.getData()).toBytes();
    }
}
