package app.backtrack.events;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.events.ClinicEvent.ClinicSettings;
import app.backtrack.events.ClinicEvent.ClinicSettingsChanged;
import app.backtrack.events.ClinicEvent.QuietHours;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ClinicCodecTest {
    private static final String RESOURCE = "/record/clinic-settings-changed.v1.json";
    private static final Instant RECORDED_AT = Instant.parse("2026-11-20T18:31:07.482Z");
    private static final Actor ADMIN = new Actor(Role.CLINIC_ADMIN, "ad-weber");
    private static final ClinicEnvelope ENVELOPE = new ClinicEnvelope(
            new ClinicId("alpenblick"),
            RECORDED_AT,
            ADMIN,
            new ClinicSettingsChanged(
                    3,
                    LocalDate.of(2026, 12, 1),
                    new ClinicSettings(
                            new TreeMap<>(Map.of(
                                    Threshold.ESCALATION_MINUTES, new BigDecimal("30"),
                                    Threshold.SILENCE_HOURS, new BigDecimal("72"),
                                    Threshold.SPIKE_RATIO, new BigDecimal("1.5"),
                                    Threshold.WORSENING_WEEKS, new BigDecimal("6"))),
                            new QuietHours(LocalTime.of(20, 30), LocalTime.of(7, 0)),
                            10,
                            null),
                    "Fewer alerts at night – agreed in the team."));

    @Test
    void an_event_is_written_as_the_golden_record_byte_for_byte() throws IOException {
        ObjectNode golden = PlainJson.object(PlainJson.resource(RESOURCE));

        CloudEvent event = ClinicCodec.encode(ENVELOPE);

        assertThat(GoldenRecord.headers(event)).isEqualTo(GoldenRecord.headers(golden));
        assertThat(Objects.requireNonNull(event.getData()).toBytes())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo(golden.get("value").asText());
    }

    @Test
    void the_golden_record_is_read_as_the_event_that_it_was() throws IOException {
        ObjectNode golden = PlainJson.object(PlainJson.resource(RESOURCE));

        assertThat(ClinicCodec.decode(GoldenRecord.event(golden))).contains(ENVELOPE);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void an_event_survives_encoding_and_decoding(Sample<ClinicEvent> sample) throws IOException {
        ClinicEnvelope envelope = new ClinicEnvelope(new ClinicId("seeufer"), RECORDED_AT, ADMIN, sample.event());

        assertThat(ClinicCodec.decode(ClinicCodec.encode(envelope))).contains(envelope);
    }

    static Stream<Sample<ClinicEvent>> samples() {
        return Arrays.stream(ClinicEventType.values()).flatMap(type -> Sample.of(type.form()).stream());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("flaws")
    void what_is_no_event_of_a_clinic_is_not_read(String flaw, UnaryOperator<CloudEventBuilder> change) {
        CloudEvent changed =
                change.apply(CloudEventBuilder.v1(ClinicCodec.encode(ENVELOPE))).build();

        assertThat(ClinicCodec.decode(changed)).isEmpty();
    }

    static Stream<Arguments> flaws() {
        return Stream.of(
                flaw("unknown type", builder -> builder.withType("app.backtrack.clinic-moved.v1")),
                flaw("a type about patients", builder -> builder.withType(EventType.PATIENT_ENROLLED.wireName())),
                flaw("no data", CloudEventBuilder::withoutData),
                flaw("no time", builder -> builder.withTime(null)),
                flaw("no subject", builder -> builder.withSubject(null)),
                flaw("no clinic's form", builder -> builder.withSubject("Alpenblick!")),
                flaw("another clinic as subject", builder -> builder.withSubject("seeufer")),
                flaw("another clinic as source", builder -> builder.withSource(URI.create("/clinics/seeufer"))),
                flaw("another clinic as tenant", builder -> builder.withExtension("clinicid", "seeufer")),
                flaw("no tenant", builder -> builder.withoutExtension("clinicid")),
                flaw("another version's id", builder -> builder.withId("clinic/4")),
                flaw("no actor", builder -> builder.withoutExtension("actor")),
                flaw("actor of an unknown role", builder -> builder.withExtension("actor", "visitor:7")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "null", "[]", "{}", "{\"version\":3}", "{\"keyId\":\"k\",\"sealed\":\"AAAA\"}"})
    void data_of_another_form_is_not_read(String json) {
        CloudEvent changed = CloudEventBuilder.v1(ClinicCodec.encode(ENVELOPE))
                .withData("application/json", json.getBytes(StandardCharsets.UTF_8))
                .build();

        assertThat(ClinicCodec.decode(changed)).isEmpty();
    }

    private static Arguments flaw(String name, UnaryOperator<CloudEventBuilder> change) {
        return Arguments.of(name, change);
    }
}
