package app.backtrack.runtime.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.backtrack.events.ClinicId;
import app.backtrack.events.PatientId;
import app.backtrack.events.PatientRef;
import app.backtrack.runtime.sealing.KeyStore.KeyStoreUnavailable;
import app.backtrack.runtime.sealing.KeyStore.Lookup;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FileKeyStoreTest {
    private static final PatientRef PATIENT =
            new PatientRef(new ClinicId("harbour-physio"), PatientId.of("0193a1f0-0000-7000-8000-000000000001"));

    @TempDir
    Path temporary;

    private Path folder = Path.of("");
    private FileKeyStore store = new FileKeyStore(folder);

    @BeforeEach
    void open() {
        folder = temporary.resolve("keys");
        store = new FileKeyStore(folder);
    }

    @Test
    void a_key_is_absent_until_it_is_made_and_then_found_by_every_instance() {
        assertThat(store.find(PATIENT)).isEqualTo(new Lookup.Absent());

        assertThat(text(store.create(PATIENT, bytes("first")))).isEqualTo("first");

        assertThat(text(new FileKeyStore(folder).find(PATIENT))).isEqualTo("first");
    }

    @Test
    void a_second_key_never_replaces_the_first() {
        store.create(PATIENT, bytes("first"));

        assertThat(text(new FileKeyStore(folder).create(PATIENT, bytes("second"))))
                .isEqualTo("first");
    }

    @Test
    void racing_threads_and_instances_agree_on_one_key() throws Exception {
        for (int round = 0; round < 20; round++) {
            PatientRef patient = new PatientRef(PATIENT.clinic(), new PatientId(UUID.randomUUID()));
            Set<String> agreed = race(6, racer -> text(racer.create(patient, bytes(UUID.randomUUID() + ""))));
            assertThat(agreed).hasSize(1);
        }
    }

    @Test
    void a_key_that_is_destroyed_while_it_is_made_stays_destroyed() throws Exception {
        for (int round = 0; round < 20; round++) {
            PatientRef patient = new PatientRef(PATIENT.clinic(), new PatientId(UUID.randomUUID()));
            race(4, racer -> {
                if (racer == store) {
                    racer.destroy(patient);
                } else {
                    racer.create(patient, bytes("key"));
                }
                return "";
            });
            assertThat(store.find(patient)).isEqualTo(new Lookup.Destroyed());
            assertThat(filesOf(patient)).containsExactly(patient.patient() + ".destroyed");
        }
    }

    @Test
    void a_destroyed_key_leaves_a_tombstone_and_is_never_made_anew() throws IOException {
        store.create(PATIENT, bytes("first"));

        store.destroy(PATIENT);
        store.destroy(PATIENT);

        assertThat(store.find(PATIENT)).isEqualTo(new Lookup.Destroyed());
        assertThat(store.create(PATIENT, bytes("second"))).isEqualTo(new Lookup.Destroyed());
        assertThat(filesOf(PATIENT)).containsExactly(PATIENT.patient() + ".destroyed");
    }

    @Test
    void a_patient_without_a_key_can_be_erased_beforehand() {
        store.destroy(PATIENT);

        assertThat(store.create(PATIENT, bytes("late"))).isEqualTo(new Lookup.Destroyed());
    }

    @Test
    void what_a_crash_left_of_making_a_key_is_destroyed_with_it() throws IOException {
        store.create(PATIENT, bytes("first"));
        Path key = folder.resolve("harbour-physio").resolve(PATIENT.patient() + ".key");
        Files.createLink(key.resolveSibling("." + PATIENT.patient() + ".draft-" + UUID.randomUUID()), key);

        store.destroy(PATIENT);

        assertThat(filesOf(PATIENT)).containsExactly(PATIENT.patient() + ".destroyed");
    }

    @Test
    void files_and_folders_are_for_the_owner_alone() throws IOException {
        store.create(PATIENT, bytes("first"));
        PatientRef erased = new PatientRef(PATIENT.clinic(), new PatientId(UUID.randomUUID()));
        store.destroy(erased);

        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.toList()) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                        .isEqualTo(Files.isDirectory(path) ? "rwx------" : "rw-------");
            }
        }
    }

    @Test
    void nothing_but_the_key_is_left_of_making_it() throws IOException {
        store.create(PATIENT, bytes("first"));
        store.create(PATIENT, bytes("second"));

        assertThat(filesOf(PATIENT)).containsExactly(PATIENT.patient() + ".key");
    }

    @Test
    void an_unreadable_key_is_an_outage() throws IOException {
        Files.createDirectories(folder.resolve("harbour-physio").resolve(PATIENT.patient() + ".key"));

        assertThatThrownBy(() -> store.find(PATIENT)).isInstanceOf(KeyStoreUnavailable.class);
        assertThatThrownBy(() -> store.create(PATIENT, bytes("other"))).isInstanceOf(KeyStoreUnavailable.class);
    }

    @Test
    void a_folder_that_is_gone_is_an_outage_and_not_an_empty_store() throws IOException {
        store.create(PATIENT, bytes("first"));
        Path away = folder.resolveSibling("away");
        Files.move(folder, away);

        assertThatThrownBy(() -> store.find(PATIENT)).isInstanceOf(KeyStoreUnavailable.class);
        assertThatThrownBy(() -> store.create(PATIENT, bytes("second"))).isInstanceOf(KeyStoreUnavailable.class);
        assertThatThrownBy(() -> store.destroy(PATIENT)).isInstanceOf(KeyStoreUnavailable.class);

        Files.move(away, folder);
        assertThat(text(store.find(PATIENT))).isEqualTo("first");
    }

    @Test
    void a_folder_that_cannot_be_made_is_an_outage() throws IOException {
        FileKeyStore nowhere =
                new FileKeyStore(Files.createFile(temporary.resolve("file")).resolve("keys"));

        assertThatThrownBy(() -> nowhere.find(PATIENT)).isInstanceOf(KeyStoreUnavailable.class);
    }

    private interface Racer {
        String run(FileKeyStore store) throws Exception;
    }

    /** The first thread races on the shared instance, the others on one of their own. */
    private Set<String> race(int threads, Racer racer) throws Exception {
        CyclicBarrier start = new CyclicBarrier(threads);
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Callable<String>> racers = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                FileKeyStore own = i == 0 ? store : new FileKeyStore(folder);
                racers.add(() -> {
                    start.await();
                    return racer.run(own);
                });
            }
            List<String> results = new ArrayList<>();
            for (Future<String> result : pool.invokeAll(racers)) {
                results.add(result.get());
            }
            return results.stream().collect(Collectors.toSet());
        }
    }

    private List<String> filesOf(PatientRef patient) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(patient.clinic().value()))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.contains(patient.patient().toString()))
                    .toList();
        }
    }

    private static String text(Lookup lookup) {
        assertThat(lookup).isInstanceOf(Lookup.Found.class);
        return new String(((Lookup.Found) lookup).serializedKey(), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
