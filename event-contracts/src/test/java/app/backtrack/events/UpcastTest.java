package app.backtrack.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.backtrack.events.EventCodec.Decoded;
import app.backtrack.events.ProgramEvent.Frequency;
import app.backtrack.events.ProgramEvent.PlannedExercise;
import app.backtrack.events.ProgramEvent.ProgramCompleted;
import app.backtrack.events.ProgramEvent.ProgramPaused;
import app.backtrack.events.ProgramEvent.ProgramPlan;
import app.backtrack.events.ProgramEvent.ProgramPrescribed;
import app.backtrack.events.ProgramEvent.ProgramResumed;
import app.backtrack.events.ProgramEvent.ProgramRevised;
import app.backtrack.events.ProgramEvent.ProgramStopped;
import app.backtrack.events.ProgramEvent.Range;
import app.backtrack.events.ProgramEvent.Sides;
import app.backtrack.events.Sealing.SealedData;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What was written in a form of old is read as what it means today; expected values are written by hand. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class UpcastTest {
    private static final UUID BASICS = UUID.fromString("6f1c2a94-3d0e-4b57-9a41-8e5d27c0b613");
    private static final UUID STRETCHING = UUID.fromString("c0a8d1f2-77b3-4f0c-8e52-13fd5ab9046e");
    private static final ProgramPlan BASICS_PLAN = new ProgramPlan(
            "back-basics",
            "Back basics, 12 weeks",
            LocalDate.of(2026, 9, 7),
            12,
            List.of(),
            List.of(
                    exercise("bird-dog", new Range(1, 3), new Range(8, 12), new Range(3, 5), SideRule.EACH, 4),
                    exercise("side-plank", new Range(2, 2), null, new Range(15, 30), SideRule.EACH, 3),
                    exercise("cat-cow", null, null, null, SideRule.TWO_SIDED, 7)),
            List.of());
    private static final ProgramPlan STRETCHING_PLAN = new ProgramPlan(
            "walk-and-stretch",
            "Stretching",
            LocalDate.of(2026, 11, 2),
            1,
            List.of(),
            List.of(exercise("childs-pose", null, null, null, SideRule.TWO_SIDED, 1)),
            List.of());
    private static final Map<String, BacktrackEvent> EXPECTED = expected();

    private final FixedKeySealing sealing = new FixedKeySealing();
    private final EventCodec codec = new EventCodec(sealing);

    @ParameterizedTest
    @MethodSource("formerSamples")
    void a_sample_of_a_former_form_is_read_as_what_it_means_today(Sample<BacktrackEvent> sample) throws IOException {
        assertThat(sample.event()).isEqualTo(EXPECTED.get(sample.toString()));
    }

    @Test
    void every_sample_of_a_former_form_has_an_expected_value() {
        assertThat(formerSamples().map(Sample::toString)).containsExactlyInAnyOrderElementsOf(EXPECTED.keySet());
    }

    @ParameterizedTest
    @MethodSource("formerSamples")
    void a_record_sealed_under_a_former_wire_name_opens_as_an_event_of_today(Sample<BacktrackEvent> sample)
            throws Exception {
        EventEnvelope<BacktrackEvent> today = Envelopes.of(sample.event());

        assertThat(codec.decode(sealedAsThen(sample, today))).isEqualTo(new Decoded.Event(today));
    }

    @ParameterizedTest
    @MethodSource("formerSamples")
    void a_record_does_not_open_under_another_version_of_its_wire_name(Sample<BacktrackEvent> sample) throws Exception {
        EventEnvelope<BacktrackEvent> today = Envelopes.of(sample.event());
        CloudEvent renamed = CloudEventBuilder.v1(sealedAsThen(sample, today))
                .withType(today.type().wireName())
                .build();

        assertThat(codec.decode(renamed)).isEqualTo(new Decoded.Unreadable(EventCodec.Flaw.BROKEN_SEAL));
    }

    /** The upcast is no reader: what is not of its form stays as it is, and the reader refuses it. */
    @ParameterizedTest(name = "{0} as {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "/plan|7",
                "/plan|[]",
                "/plan/items|{}",
                "/plan/items|[7]",
                "/plan/items|[{}]",
                "/plan/items/0/eachSide|\"true\"",
                "/plan/items/0/eachSide|1",
                "/plan/items/0/eachSide|null",
                "/plan/items/0/timesPerWeek|8",
                "/plan/items/0/timesPerWeek|0",
                "/plan/items/0/timesPerWeek|3.5",
                "/plan/items/0/timesPerWeek|\"3\"",
                "/plan/items/0/timesPerWeek|null",
                "/plan/items/0/timesPerWeek|{}"
            })
    void what_is_not_of_the_former_form_is_refused(String pointer, String value) throws IOException {
        WireForm<BacktrackEvent> former =
                EventType.find("app.backtrack.program-paused.v1").orElseThrow();
        ObjectNode json = PlainJson.object(Sample.of(former).getFirst().json());
        JsonPointer place = JsonPointer.compile(pointer);
        String member = place.last().getMatchingProperty();
        ((ObjectNode) json.at(place.head()))
                .set(
                        member,
                        PlainJson.object(("{\"x\":" + value + "}").getBytes(StandardCharsets.UTF_8))
                                .get("x"));

        assertThatThrownBy(() -> former.read(PlainJson.bytes(json))).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @CsvSource({"eachSide", "timesPerWeek"})
    void an_exercise_of_version_1_without_what_version_1_required_is_refused(String member) throws IOException {
        WireForm<BacktrackEvent> former =
                EventType.find("app.backtrack.program-paused.v1").orElseThrow();
        ObjectNode json = PlainJson.object(Sample.of(former).getFirst().json());
        ObjectNode item = (ObjectNode) json.at("/plan/items/0");
        item.putObject("sides").put("rule", "each");
        item.putObject("frequency").put("repetition", "daily");
        item.remove(member);

        assertThatThrownBy(() -> former.read(PlainJson.bytes(json))).isInstanceOf(IOException.class);
    }

    static Stream<Sample<BacktrackEvent>> formerSamples() {
        return Stream.of(EventType.values())
                .flatMap(type -> type.forms().stream())
                .filter(form -> !form.isCurrent())
                .flatMap(form -> Sample.of(form).stream());
    }

    private CloudEvent sealedAsThen(Sample<BacktrackEvent> sample, EventEnvelope<?> envelope) throws Exception {
        String context = envelope.subject().key() + "|" + envelope.id() + "|"
                + sample.form().wireName();
        SealedData data = sealing.seal(envelope.subject(), context.getBytes(StandardCharsets.UTF_8), sample.json());
        return CloudEventBuilder.v1(codec.encode(envelope))
                .withType(sample.form().wireName())
                .withDataSchema(sample.form().dataSchema())
                .withData("application/json", EventJson.write(data))
                .build();
    }

    private static PlannedExercise exercise(
            String id,
            @Nullable Range sets,
            @Nullable Range reps,
            @Nullable Range holdSeconds,
            SideRule rule,
            int timesPerWeek) {
        Frequency frequency = new Frequency(Repetition.TIMES_PER_WEEK, timesPerWeek, null, null);
        return new PlannedExercise(
                id, null, sets, reps, holdSeconds, null, null, null, Sides.of(rule), frequency, null, null);
    }

    private static Map<String, BacktrackEvent> expected() {
        Map<String, BacktrackEvent> expected = new HashMap<>();
        expected.put(
                "program-prescribed.v1/full",
                new ProgramPrescribed(
                        BASICS,
                        1,
                        LocalDate.of(2026, 9, 7),
                        BASICS_PLAN,
                        "Start after the first visit; discomfort after long drives."));
        expected.put(
                "program-prescribed.v1/minimal",
                new ProgramPrescribed(STRETCHING, 1, LocalDate.of(2026, 11, 2), STRETCHING_PLAN, null));
        expected.put(
                "program-revised.v1/full",
                new ProgramRevised(
                        BASICS,
                        2,
                        LocalDate.of(2026, 9, 28),
                        BASICS_PLAN,
                        "Side plank feels fine: hold it longer.",
                        ProgramStatus.ACTIVE));
        expected.put(
                "program-revised.v1/minimal",
                new ProgramRevised(
                        STRETCHING, 2, LocalDate.of(2026, 11, 2), STRETCHING_PLAN, null, ProgramStatus.ACTIVE));
        expected.put(
                "program-revised.v1/while-paused",
                new ProgramRevised(BASICS, 4, LocalDate.of(2026, 10, 12), STRETCHING_PLAN, null, ProgramStatus.PAUSED));
        expected.put(
                "program-paused.v1/full",
                new ProgramPaused(BASICS, 3, LocalDate.of(2026, 10, 5), BASICS_PLAN, "Travelling for two weeks."));
        expected.put(
                "program-paused.v1/minimal",
                new ProgramPaused(STRETCHING, 2, LocalDate.of(2026, 11, 2), STRETCHING_PLAN, null));
        expected.put(
                "program-resumed.v1/full",
                new ProgramResumed(BASICS, 5, LocalDate.of(2026, 10, 19), BASICS_PLAN, "Back home, no complaints."));
        expected.put(
                "program-resumed.v1/minimal",
                new ProgramResumed(STRETCHING, 2, LocalDate.of(2026, 11, 2), STRETCHING_PLAN, null));
        expected.put(
                "program-completed.v1/full",
                new ProgramCompleted(BASICS, 6, LocalDate.of(2026, 11, 29), BASICS_PLAN, "Goals of week 12 reached."));
        expected.put(
                "program-completed.v1/minimal",
                new ProgramCompleted(STRETCHING, 2, LocalDate.of(2026, 11, 2), STRETCHING_PLAN, null));
        expected.put(
                "program-stopped.v1/full",
                new ProgramStopped(BASICS, 6, LocalDate.of(2026, 11, 10), BASICS_PLAN, "Moves to another clinic."));
        expected.put(
                "program-stopped.v1/minimal",
                new ProgramStopped(STRETCHING, 2, LocalDate.of(2026, 11, 2), STRETCHING_PLAN, null));
        return Map.copyOf(expected);
    }
}
