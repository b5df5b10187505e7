package app.backtrack.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.local.LocalSystem;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Records that nobody can read lie in the way of good ones. */
@EndToEnd
class PoisonIT {
    private static final String OWN_HEADERS = "backtrack_dead_letter_";
    private static final int LARGE = 1_000_000;

    private final LogBook log;
    private final Clinic clinic;

    PoisonIT(LocalSystem system) {
        this.log = new LogBook(system);
        this.clinic = Clinic.open(system);
    }

    @ParameterizedTest(name = "{0}, read by {1}")
    @CsvSource({
        "program-events, tracking-service notification-service notification-reminders",
        "pain-events, tracking-service notification-reminders",
        "session-events, tracking-service notification-reminders",
        "insight-events, notification-service notification-reminders program-service"
    })
    void what_cannot_be_read_becomes_a_dead_letter_and_the_partition_goes_on(String topic, String readers) {
        Patient patient = clinic.enrolWithProgram(Fact.today());
        patient.sendAll(List.of(
                Fact.score(4, Fact.today()),
                Fact.session(Fact.today()),
                Fact.screen(Fact.today(), "constant-night-pain")));
        clinic.entryWithSentMail(patient, "red-flag", Duration.ofSeconds(30));
        List<Poison> poisons = poisons(log.read(topic, patient).getLast());

        poisons.forEach(poison -> log.write(topic, patient, poison.value(), poison.headers()));

        for (String reader : readers.split(" ", -1)) {
            Eventually.holds(() -> assertThat(letters(topic, patient, reader))
                    .as("dead letters of %s", reader)
                    .containsExactlyElementsOf(
                            poisons.stream().map(PoisonIT::essence).toList()));
        }
        assertGoesOn(patient);
    }

    /** Facts, a decision and an insight that lie behind the poison in the same partitions come through. */
    private void assertGoesOn(Patient patient) {
        Patient again = new Patient(clinic, patient.id());
        List<Fact> facts = List.of(
                Fact.score(6, Fact.today().minusDays(1)),
                Fact.session(Fact.today().minusDays(1)),
                Fact.screen(Fact.today().minusDays(1), "fever-or-feeling-ill"));
        assertThat(again.progressAfter(again.sendAll(facts), 4)
                        .path("scoredDays")
                        .asInt())
                .isEqualTo(2);
        Eventually.holds(() -> assertThat(clinic.inbox(again)).hasSize(2));
        clinic.enrol().send(facts.getFirst()).is(202);
    }

    private static List<Poison> poisons(ConsumerRecord<byte[], byte[]> good) {
        byte[] large = ("\"" + "x".repeat(LARGE) + "\"").getBytes(StandardCharsets.UTF_8);
        return List.of(
                new Poison("BAD_DATA", bytes("{\"keyId\": "), good.headers()),
                new Poison("UNKNOWN_TYPE", good.value(), with(good.headers(), "ce_type", "app.backtrack.moon.full.v1")),
                new Poison("NO_DATA", null, good.headers()),
                new Poison("BAD_DATA", large, good.headers()),
                new Poison("BROKEN_SEAL", good.value(), with(good.headers(), "ce_id", "pain-score/another/1")),
                new Poison("NOT_A_CLOUDEVENT", bytes("hello"), new RecordHeaders()));
    }

    /** Reason, bytes and headers of each letter that one reader kept, in the order of the records. */
    private List<List<Object>> letters(String topic, Patient patient, String reader) {
        List<List<Object>> letters = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> letter : log.read(topic + ".dead-letter", patient)) {
            Map<String, String> headers = map(letter.headers());
            if (reader.equals(headers.get(OWN_HEADERS + "consumer"))) {
                assertThat(headers.get(OWN_HEADERS + "topic")).isEqualTo(topic);
                assertThat(headers.get(OWN_HEADERS + "partition")).isEqualTo(String.valueOf(letter.partition()));
                assertThat(headers.get(OWN_HEADERS + "offset")).containsOnlyDigits();
                String reason = headers.getOrDefault(OWN_HEADERS + "reason", "");
                headers.keySet().removeIf(name -> name.startsWith(OWN_HEADERS));
                letters.add(List.of(reason, text(letter.value()), headers));
            }
        }
        return letters;
    }

    private static List<Object> essence(Poison poison) {
        return List.of(poison.reason(), text(poison.value()), map(poison.headers()));
    }

    private static String text(byte @Nullable [] value) {
        return value == null ? "nothing" : new String(value, StandardCharsets.ISO_8859_1);
    }

    private static Map<String, String> map(Headers headers) {
        Map<String, String> map = new LinkedHashMap<>();
        for (Header header : headers) {
            map.put(header.key(), text(header.value()));
        }
        return map;
    }

    private static Headers with(Headers original, String name, String value) {
        Headers headers = new RecordHeaders(original.toArray());
        headers.remove(name);
        return headers.add(name, bytes(value));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * A record that nobody can read.
     *
     * @param reason what its dead letter must say
     * @param value its bytes; null for none
     * @param headers its headers
     */
    private record Poison(String reason, byte @Nullable [] value, Headers headers) {}
}
