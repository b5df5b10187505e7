package app.backtrack.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.local.LocalSystem;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Runs last, so that it searches what all tests have left in the log and in the services' logs. */
@EndToEnd
@Order(Integer.MAX_VALUE)
class SecrecyIT {
    private static final String NAME = "Xanthippe Quillfeather";
    private static final String OWN_IDENTIFIER = "OWN-QX-7741";
    private static final String NOTE = "worse after carrying the piano";
    private static final String WHY = "long drive to the seaside";

    /** What of these two clinics' patients may not lie open anywhere. */
    private static final List<String> SECRETS = List.of(
            NAME,
            OWN_IDENTIFIER,
            NOTE,
            WHY,
            "Somebody of clinic-",
            "@example.org",
            "average-24h",
            "side-plank",
            "saddle-numbness",
            "constant-night-pain",
            "fever-or-feeling-ill",
            "trend-worsening",
            "\"red-flag\"",
            "insight/red-flag",
            "lower-back");

    private final LocalSystem system;
    private final LogBook log;
    private final Clinic clinic;

    SecrecyIT(LocalSystem system) {
        this.system = system;
        this.log = new LogBook(system);
        this.clinic = Clinic.open(system);
    }

    @Test
    void neither_the_log_nor_the_services_logs_tell_what_patients_said_or_who_they_are() throws IOException {
        Patient patient = telling();

        List<ConsumerRecord<byte[], byte[]>> records = log.read(log.topics());
        for (ConsumerRecord<byte[], byte[]> record : records) {
            assertThat(open(record)).doesNotContain(SECRETS);
        }
        for (String topic :
                List.of("program-events", "pain-events", "session-events", "insight-events", "access-events")) {
            assertThat(log.read(topic, patient)).as(topic).isNotEmpty().allSatisfy(SecrecyIT::assertSealed);
        }
        for (String service : WholeSystem.SERVICES) {
            String text = Files.readString(system.process(service).log());
            assertThat(text).as("log of %s", service).doesNotContain(SECRETS).doesNotContain("eyJ", clinic.therapist());
        }
    }

    /** Says everything that is secret in every way there is: well-formed, corrected, refused. */
    private Patient telling() {
        Patient patient = new Patient(clinic, UUID.randomUUID());
        Map<String, Object> enrolment = new LinkedHashMap<>(clinic.enrolment());
        enrolment.put("name", NAME);
        enrolment.put("identifiers", List.of(Map.of("system", "urn:example:charts", "value", OWN_IDENTIFIER)));
        Api.put(patient.record(), clinic.token(), enrolment).is(201);
        Map<String, Object> prescription = new LinkedHashMap<>(Clinic.prescription(Fact.today()));
        prescription.put("reason", WHY);
        Api.put(patient.program(UUID.randomUUID()), clinic.token(), prescription)
                .is(201);
        List<Fact> facts = new ArrayList<>();
        for (Fact plain : List.of(Fact.score(9, Fact.today()), Fact.session(Fact.today()))) {
            Map<String, Object> content = new LinkedHashMap<>(plain.content());
            content.put("note", NOTE);
            facts.add(new Fact(plain.kind(), plain.id(), plain.revision(), plain.date(), content));
        }
        facts.add(Fact.screen(Fact.today(), "saddle-numbness"));
        patient.progressAfter(patient.sendAll(facts), 4);
        clinic.entryWithSentMail(patient, "red-flag", Duration.ofSeconds(30));

        Map<String, Object> refused = new LinkedHashMap<>(facts.getFirst().content());
        refused.put(NAME, NOTE);
        Api.put(patient.tracked("pain-scores/" + UUID.randomUUID()), clinic.token(), refused)
                .isProblem(422);
        Api.put(patient.tracked("pain-scores/" + UUID.randomUUID()), clinic.token(), "{\"note\": \"" + NOTE)
                .isProblem(400);
        enrolment.put("zone", NAME);
        Api.put(patient.record(), clinic.token(), enrolment).isProblem(422);
        return patient;
    }

    private static void assertSealed(ConsumerRecord<byte[], byte[]> record) {
        try {
            JsonNode data = Api.JSON.readTree(record.value());
            assertThat(data.properties().stream().map(Map.Entry::getKey)).containsExactlyInAnyOrder("keyId", "sealed");
        } catch (IOException e) {
            throw new AssertionError("not JSON: " + open(record), e);
        }
    }

    private static String open(ConsumerRecord<byte[], byte[]> record) {
        StringBuilder all = new StringBuilder();
        record.headers()
                .forEach(header -> all.append(header.key())
                        .append('=')
                        .append(text(header.value()))
                        .append('\n'));
        return all.append(text(record.key()))
                .append('\n')
                .append(text(record.value()))
                .toString();
    }

    private static String text(byte @Nullable [] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }
}
