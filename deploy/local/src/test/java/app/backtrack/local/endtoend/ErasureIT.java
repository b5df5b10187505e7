package app.backtrack.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.local.LocalSystem;
import com.fasterxml.jackson.databind.JsonNode;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/**
 * Erases a patient of whom everything there is was said, and looks for them everywhere; then restores what was backed
 * up.
 */
@EndToEnd
class ErasureIT {
    private static final String NAME = "Philomena Thistlewood";
    private static final String NOTE = "worse after the marathon of chess";
    private static final List<String> DATABASES =
            List.of("backtrack-program", "backtrack-tracking", "backtrack-notification");
    /** What proves that somebody was erased, and that nothing was changed: opaque ids, hashes, counts. */
    private static final Set<String> PROOFS = Set.of("erasures", "erasure-reports", "notary-heads", "notary-links");

    private static final Duration COMPLETE_WITHIN = Duration.ofSeconds(200);

    private final LocalSystem system;
    private final LogBook log;
    private final Clinic clinic;

    ErasureIT(LocalSystem system) {
        this.system = system;
        this.log = new LogBook(system);
        this.clinic = Clinic.open(system);
    }

    /** What stands in a collection. */
    private record Stored(String database, String collection, Document document) {}

    @Test
    void nothing_of_an_erased_patient_can_be_read_anywhere_and_no_backup_brings_them_back() throws Exception {
        Patient patient = telling();
        byte[] key = Files.readAllBytes(keyFile(patient));
        List<Stored> backup = about(patient);
        assertThat(backup.stream().map(Stored::collection).distinct())
                .contains(
                        "patients",
                        "programs",
                        "contraindications",
                        "journal",
                        "progress-v1",
                        "insight-ledger",
                        "alerts",
                        "inbox",
                        "access-log",
                        "access-days");

        assertRefusesSlips(patient);
        Api.post(erasure(patient), clinic.adminToken(), asked(patient)).is(202);

        assertThat(keyFile(patient)).doesNotExist();
        assertGone(patient);
        assertThat(system.command(List.of("rebuild", "start", "journal"))).isZero();
        assertThat(system.command(List.of("rebuild", "drop", "journal"))).isZero();
        assertNothingStored(patient);

        restore(patient, key, backup);

        assertThat(keyFile(patient)).doesNotExist();
        assertGone(patient);
        assertReceiptHolds(patient);
        assertGone(patient);
    }

    private Patient telling() {
        Patient patient = new Patient(clinic, UUID.randomUUID());
        Map<String, Object> enrolment = new LinkedHashMap<>(clinic.enrolment());
        enrolment.put("name", NAME);
        Api.put(patient.record(), clinic.token(), enrolment).is(201);
        Api.put(patient.program(UUID.randomUUID()), clinic.token(), Clinic.prescription(Fact.today()))
                .is(201);
        Api.put(
                        URI.create(patient.record() + "/contraindications/bird-dog"),
                        clinic.therapistToken(),
                        Map.of("standing", "block", "because", NOTE))
                .is(201);
        Fact score = Fact.score(9, Fact.today());
        Map<String, Object> content = new LinkedHashMap<>(score.content());
        content.put("note", NOTE);
        Fact noted = new Fact(score.kind(), score.id(), score.revision(), score.date(), content);
        patient.progressAfter(patient.sendAll(List.of(noted, Fact.screen(Fact.today(), "saddle-numbness"))), 4);
        clinic.entryWithSentMail(patient, "red-flag", Duration.ofSeconds(30));
        return patient;
    }

    private void assertRefusesSlips(Patient patient) {
        Map<String, Object> slip = Map.of("patientId", UUID.randomUUID().toString(), "reason", "patient-request");
        Api.post(erasure(patient), clinic.adminToken(), slip).isProblem(422);
        Api.post(erasure(patient), clinic.therapistToken(), asked(patient)).isProblem(403);
        Api.post(erasure(patient), Clinic.open(system).adminToken(), asked(patient))
                .isProblem(404);
        Api.get(patient.record(), clinic.therapistToken()).is(200);
    }

    private void assertGone(Patient patient) throws Exception {
        List<URI> reads = List.of(
                patient.record(),
                patient.tracked("progress?weeks=4"),
                patient.tracked("timeline"),
                patient.tracked("export"));
        String stranger = Clinic.open(system).therapistToken();
        for (URI read : reads) {
            Eventually.holds(() -> Api.get(read, clinic.therapistToken()).isProblem(410));
            Api.get(read, stranger).isProblem(404);
        }
        Api.put(patient.record(), clinic.token(), clinic.enrolment()).isProblem(410);
        patient.send(Fact.score(3, Fact.today())).isProblem(410);
        Eventually.holds(() -> assertThat(clinic.inbox(patient)).isEmpty());
        assertNothingStored(patient);
        for (ConsumerRecord<byte[], byte[]> record : log.read(log.topics())) {
            // Others may have left records without a value in the log.
            byte[] value = record.value() == null ? new byte[0] : record.value();
            assertThat(new String(value, StandardCharsets.UTF_8)).doesNotContain(NAME, NOTE);
            if (record.key() != null
                    && new String(record.key(), StandardCharsets.UTF_8)
                            .equals(patient.id().toString())) {
                assertSealedOrAboutTheErasure(record);
            }
        }
    }

    private static void assertSealedOrAboutTheErasure(ConsumerRecord<byte[], byte[]> record) throws IOException {
        Header type = record.headers().lastHeader("ce_type");
        JsonNode value = Api.JSON.readTree(record.value());
        if (!new String(type.value(), StandardCharsets.UTF_8).contains("erased.v1")) {
            assertThat(value.properties().stream().map(Map.Entry::getKey)).containsExactlyInAnyOrder("keyId", "sealed");
        }
    }

    /** At once, or after the second round: a process may write what it read before the key went after the first one. */
    private void assertNothingStored(Patient patient) {
        Eventually.holdsWithin(
                COMPLETE_WITHIN,
                () -> assertThat(about(patient)).extracting(Stored::collection).isEmpty());
    }

    /** Every document of every collection that speaks of the patient in whatever way. */
    private List<Stored> about(Patient patient) {
        List<Stored> found = new ArrayList<>();
        try (MongoClient store = MongoClients.create(system.addresses().mongodb())) {
            for (String database : DATABASES) {
                for (String name : store.getDatabase(database).listCollectionNames()) {
                    for (Document document : store.getDatabase(database)
                            .getCollection(name)
                            .find()
                            .batchSize(100)) {
                        String text = document.toJson();
                        boolean named = !PROOFS.contains(name)
                                && text.contains(patient.id().toString());
                        if (named || text.contains(NAME) || text.contains(NOTE)) {
                            found.add(new Stored(database, name, document));
                        }
                    }
                }
            }
        }
        return found;
    }

    /** As after the loss of everything but the register: keys and documents of before the erasure are back. */
    private void restore(Patient patient, byte[] key, List<Stored> backup) throws IOException {
        WholeSystem.SERVICES.forEach(name -> system.process(name).stop());
        Files.write(keyFile(patient), key);
        Files.delete(keyFile(patient).resolveSibling(patient.id() + ".destroyed"));
        try (MongoClient store = MongoClients.create(system.addresses().mongodb())) {
            for (Stored stored : backup) {
                MongoCollection<Document> collection =
                        store.getDatabase(stored.database()).getCollection(stored.collection());
                collection.replaceOne(
                        new Document("_id", stored.document().get("_id")),
                        stored.document(),
                        new ReplaceOptions().upsert(true));
            }
        }
        WholeSystem.SERVICES.forEach(name -> system.process(name).start());
        WholeSystem.SERVICES.forEach(name -> system.process(name).awaitReady(Duration.ofSeconds(60)));
    }

    private void assertReceiptHolds(Patient patient) throws Exception {
        JsonNode erased = Eventually.within(COMPLETE_WITHIN, () -> {
            JsonNode answer =
                    Api.get(erasure(patient), clinic.adminToken()).is(200).json();
            assertThat(answer.path("state").asText()).isEqualTo("erased");
            return answer;
        });
        String[] parts = erased.path("receipt").asText().split("\\.", -1);
        byte[] raw = Base64.getUrlDecoder().decode(erased.at("/key/x").asText());
        Signature check = Signature.getInstance("Ed25519");
        check.initVerify(publicKey(raw));
        check.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        assertThat(check.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
        JsonNode statement = Api.JSON.readTree(Base64.getUrlDecoder().decode(parts[1]));
        assertThat(statement.path("patientId").asText()).isEqualTo(patient.id().toString());
        assertThat(statement.path("deleted").findValuesAsText("service"))
                .containsOnly("program-service", "tracking-service", "notification-service");
        assertThat(statement.at("/deleted/0/documents").isObject()).isTrue();
    }

    /** An Ed25519 key from its raw bytes, by what the JDK has. */
    private static PublicKey publicKey(byte[] raw) throws GeneralSecurityException {
        String prefix = "302a300506032b6570032100";
        byte[] encoded = HexFormat.of().parseHex(prefix + HexFormat.of().formatHex(raw));
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    }

    private static Map<String, Object> asked(Patient patient) {
        return Map.of("patientId", patient.id().toString(), "reason", "patient-request");
    }

    private static URI erasure(Patient patient) {
        return URI.create(patient.record() + "/erasure");
    }

    private Path keyFile(Patient patient) {
        return system.data().resolve("keys").resolve(clinic.id()).resolve(patient.id() + ".key");
    }
}
