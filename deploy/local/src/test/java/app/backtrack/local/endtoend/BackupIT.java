package app.backtrack.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.local.LocalSystem;
import app.backtrack.local.endtoend.Traffic.Logged;
import app.backtrack.runtime.sealing.MasterKeyset;
import app.backtrack.testkit.parts.Account;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A backup that was taken while facts flowed is put into an empty system, with what is kept apart from it: keys, the
 * master key, the register of erasures.
 */
@EndToEnd
class BackupIT {
    private static final long SEED = 11;
    private static final Duration MAIL_LIMIT = Duration.ofSeconds(30);

    private final LocalSystem system;
    private final Clinic clinic;

    @TempDir
    Path folder;

    BackupIT(LocalSystem system) {
        this.system = system;
        this.clinic = Clinic.open(system);
    }

    @Test
    void a_restored_system_shows_what_was_shown_counts_nothing_twice_tells_nobody_again_and_brings_no_erased_back()
            throws Exception {
        Patient patient = reported();
        JsonNode progress = patient.progress(4);
        Patient erased = reported();
        Clinic busy = Clinic.open(system);
        Map<UUID, Integer> before;
        List<Logged> ledger;
        try (Traffic traffic = Traffic.start(busy, List.of(system.urls().tracking()), SEED)) {
            traffic.awaitFurther(40);
            before = traffic.counts();
            Tool.run(system, "backup", backup(), "--keys-to", keys()).succeeds();
            ledger = traffic.end();
        }
        erase(erased);
        assertRefused(Tool.run(system, "restore", backup()), "Stop the services first");
        assertRefusesWhatWasChanged();

        try (LocalSystem restored = LocalSystem.isolatedOnDisk(Map.of(), this::restore)) {
            assertStaysErased(restored, new Patient(in(restored, clinic), erased.id()));
            Patient again = new Patient(in(restored, clinic), patient.id());
            Eventually.holds(() -> assertThat(again.progress(4)).isEqualTo(progress));
            String position = again.send(Fact.screen(Fact.today(), "saddle-numbness"))
                    .is(202)
                    .header("Backtrack-Position");
            again.progressAfter(position, 4);
            again.clinic().entryWithSentMail(again, "red-flag", MAIL_LIMIT);
            assertThat(again.clinic().inbox(again)).hasSize(1);
            assertRestored(in(restored, busy), ledger, before);
            assertThat(restored.command(List.of("verify"))).isZero();
        }
    }

    /** Scores, a session, a correction, a retraction: in progress and on the timeline. */
    private Patient reported() {
        Patient patient = clinic.enrolWithProgram(Fact.today());
        Fact wrong = Fact.score(9, Fact.today());
        Fact mistaken = Fact.score(10, Fact.today().minusDays(1));
        String position = patient.sendAll(List.of(
                Fact.score(4, Fact.today().minusDays(2)),
                Fact.session(Fact.today()),
                wrong,
                Fact.score(wrong.id(), 2, 3, Fact.today()),
                mistaken,
                Fact.retraction("pain-score", mistaken.id(), 2)));
        patient.progressAfter(position, 4);
        return patient;
    }

    /** After the backup: the register alone knows of it. */
    private void erase(Patient patient) {
        Map<String, Object> asked = Map.of("patientId", patient.id().toString(), "reason", "patient-request");
        Api.post(URI.create(patient.record() + "/erasure"), clinic.adminToken(), asked)
                .is(202);
    }

    private static void assertStaysErased(LocalSystem system, Patient patient) {
        assertThat(system.keys().resolve(patient.clinic().id()).resolve(patient.id() + ".key"))
                .doesNotExist();
        Api.get(patient.record(), patient.clinic().therapistToken()).isProblem(410);
        Api.get(patient.tracked("timeline"), patient.clinic().therapistToken()).isProblem(410);
    }

    private static void assertRefused(Tool refused, String because) {
        assertThat(refused.text()).contains(because);
        assertThat(refused.status()).isEqualTo(1);
    }

    private void assertRefusesWhatWasChanged() throws IOException {
        Path file = folder.resolve("backup/topics/pain-events/0.ndjson.gz");
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, new byte[] {0}, StandardOpenOption.APPEND);
        assertRefused(
                Tool.run(system, "restore", backup(), "--check"), "0.ndjson.gz is missing or not what was written");
        Files.write(file, whole);
    }

    private void restore(LocalSystem empty) {
        assertRefused(restore(empty, List.of()), "There is no master key");
        assertRefused(restore(empty, List.of("--master-key", otherMasterKey())), "it is another one than theirs");
        restore(
                        empty,
                        List.of(
                                "--master-key",
                                system.data().resolve("master-key.json").toString(),
                                "--erasures",
                                system.data()
                                        .resolve("erasures/register.ndjson")
                                        .toString()))
                .succeeds();
    }

    private Tool restore(LocalSystem empty, List<String> options) {
        List<String> words = new ArrayList<>(List.of("restore", backup(), "--keys-from", keys()));
        words.addAll(options);
        return Tool.run(empty, words.toArray(String[]::new));
    }

    private String otherMasterKey() {
        Path file = folder.resolve("other-master-key.json");
        try {
            MasterKeyset.inOrNew(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toString();
    }

    private static Clinic in(LocalSystem system, Clinic clinic) {
        String software = system.token(Account.system(clinic.id(), "restored-" + clinic.id()));
        String therapist = system.token(Account.therapist(clinic.id(), clinic.therapist()));
        return new Clinic(system, clinic.id(), clinic.therapist(), software, therapist);
    }

    /** What was acknowledged before the backup is there; of what came meanwhile any, each once and whole. */
    private static void assertRestored(Clinic clinic, List<Logged> ledger, Map<UUID, Integer> before) {
        for (Logged logged : ledger) {
            Patient patient = new Patient(clinic, logged.patient().id());
            int certain = before.getOrDefault(patient.id(), 0);
            if (certain > 0 || Api.get(patient.record(), clinic.token()).status() == 200) {
                assertWhole(patient, List.copyOf(logged.facts()), certain);
            }
        }
    }

    /** Behind two new facts, one in each topic, everything that was in the log has been read. */
    private static void assertWhole(Patient patient, List<Fact> facts, int certain) {
        List<Fact> latest = List.of(Fact.screen(Fact.today()), Fact.habit(Fact.today()));
        for (Fact fact : latest) {
            patient.progressAfter(patient.send(fact).is(202).header("Backtrack-Position"), 4);
        }
        List<String> timeline = patient.timeline().stream()
                .map(entry ->
                        entry.path("id").asText() + " " + entry.path("revision").asInt())
                .toList();
        List<Fact> known = Stream.concat(facts.stream(), latest.stream())
                .filter(fact -> timeline.contains(name(fact)))
                .toList();
        assertThat(timeline)
                .as("timeline of %s", patient.id())
                .doesNotHaveDuplicates()
                .hasSameSizeAs(known)
                .containsAll(
                        facts.subList(0, certain).stream().map(BackupIT::name).toList());
        assertThat(PlainProgress.shown(patient.progress(4))).isEqualTo(PlainProgress.of(known));
    }

    private static String name(Fact fact) {
        return fact.id() + " " + fact.revision();
    }

    private String backup() {
        return folder.resolve("backup").toString();
    }

    private String keys() {
        return folder.resolve("keys").toString();
    }
}
