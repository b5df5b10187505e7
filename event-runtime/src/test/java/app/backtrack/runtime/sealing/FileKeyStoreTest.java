package app.backtrack.runtime.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.backtrack.events.PatientRef;
import app.backtrack.runtime.sealing.KeyStore.KeyStoreUnavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FileKeyStoreTest extends KeyStoreContract {
    @TempDir
    Path temporary;

    private Path folder = Path.of("");
    private FileKeyStore store = new FileKeyStore(folder);

    @BeforeEach
    void open() {
        folder = temporary.resolve("keys");
        store = new FileKeyStore(folder);
    }

    @Override
    KeyStore another() {
        return new FileKeyStore(folder);
    }

    @Test
    void of_a_destroyed_key_only_the_tombstone_is_left() throws Exception {
        store.create(patient, bytes("first"));
        store.replace(patient, bytes("first"), bytes("second"));

        store.destroy(patient);

        assertThat(filesOf(patient)).containsExactly(patient.patient() + ".destroyed");
    }

    @Test
    void of_a_key_that_was_replaced_while_it_was_destroyed_only_the_tombstone_is_left() throws Exception {
        for (int round = 0; round < 20; round++) {
            PatientRef someone = someone();
            store.create(someone, bytes("first"));
            race(3, (racer, number) -> {
                if (number == 0) {
                    racer.destroy(someone);
                } else {
                    racer.replace(someone, bytes("first"), bytes("second"));
                }
                return "";
            });
            assertThat(filesOf(someone)).containsExactly(someone.patient() + ".destroyed");
        }
    }

    @Test
    void what_a_crash_left_of_making_a_key_is_destroyed_with_it() throws IOException {
        store.create(patient, bytes("first"));
        Path key = folder.resolve("harbour-physio").resolve(patient.patient() + ".key");
        Files.createLink(key.resolveSibling("." + patient.patient() + ".draft-" + UUID.randomUUID()), key);

        store.destroy(patient);

        assertThat(filesOf(patient)).containsExactly(patient.patient() + ".destroyed");
    }

    @Test
    void files_and_folders_are_for_the_owner_alone() throws IOException {
        store.create(patient, bytes("first"));
        PatientRef erased = someone();
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
        store.create(patient, bytes("first"));
        store.create(patient, bytes("second"));

        assertThat(filesOf(patient)).containsExactly(patient.patient() + ".key");
    }

    @Test
    void an_unreadable_key_is_an_outage() throws IOException {
        Files.createDirectories(folder.resolve("harbour-physio").resolve(patient.patient() + ".key"));

        assertThatThrownBy(() -> store.find(patient)).isInstanceOf(KeyStoreUnavailable.class);
        assertThatThrownBy(() -> store.create(patient, bytes("other"))).isInstanceOf(KeyStoreUnavailable.class);
    }

    @Test
    void a_folder_that_is_gone_is_an_outage_and_not_an_empty_store() throws IOException {
        store.create(patient, bytes("first"));
        Path away = folder.resolveSibling("away");
        Files.move(folder, away);

        assertThatThrownBy(() -> store.find(patient)).isInstanceOf(KeyStoreUnavailable.class);
        assertThatThrownBy(() -> store.create(patient, bytes("second"))).isInstanceOf(KeyStoreUnavailable.class);
        assertThatThrownBy(() -> store.destroy(patient)).isInstanceOf(KeyStoreUnavailable.class);

        Files.move(away, folder);
        assertThat(text(store.find(patient))).isEqualTo("first");
    }

    @Test
    void a_folder_that_cannot_be_made_is_an_outage() throws IOException {
        FileKeyStore nowhere =
                new FileKeyStore(Files.createFile(temporary.resolve("file")).resolve("keys"));

        assertThatThrownBy(() -> nowhere.find(patient)).isInstanceOf(KeyStoreUnavailable.class);
    }

    private List<String> filesOf(PatientRef patient) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(patient.clinic().value()))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.contains(patient.patient().toString()))
                    .toList();
        }
    }
}
