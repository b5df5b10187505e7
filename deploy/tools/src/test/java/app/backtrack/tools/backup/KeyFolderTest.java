package app.backtrack.tools.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.backtrack.events.PatientRef;
import app.backtrack.runtime.sealing.FileKeyStore;
import app.backtrack.runtime.sealing.MasterKeyset;
import app.backtrack.runtime.sealing.TinkMasterKey;
import app.backtrack.runtime.sealing.WrappedKeyStore;
import app.backtrack.tools.place.CannotException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class KeyFolderTest {
    private static final PatientRef ANNA = PatientRef.of("clinic-a/11111111-1111-4111-8111-111111111111");
    private static final PatientRef BERT = PatientRef.of("clinic-b/22222222-2222-4222-8222-222222222222");

    @TempDir
    Path folder;

    @Test
    void new_keys_are_added_and_those_that_are_there_stay_as_they_are() throws IOException {
        write("kept", ANNA, "the newer one");
        write("from", ANNA, "an older one");
        write("from", BERT, "another");

        assertThat(copy("from", "kept")).isEqualTo(1);

        assertThat(key("kept", ANNA)).hasContent("the newer one");
        assertThat(key("kept", BERT)).hasContent("another");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key("kept", BERT))))
                .isEqualTo("rw-------");
        assertThat(copy("from", "kept")).isZero();
    }

    @Test
    void a_destroyed_key_is_not_brought_back_by_an_older_copy() throws IOException {
        write("backup", ANNA, "key");
        write("keys", ANNA, "key");
        store("keys").destroy(ANNA);

        assertThat(copy("backup", "keys")).isZero();

        assertThat(key("keys", ANNA)).doesNotExist();
    }

    @Test
    void a_backup_forgets_a_key_that_was_destroyed_since_the_one_before() throws IOException {
        write("keys", ANNA, "key");
        copy("keys", "backup");
        store("keys").destroy(ANNA);

        assertThat(copy("keys", "backup")).isEqualTo(1);

        assertThat(key("backup", ANNA)).doesNotExist();
        assertThat(key("backup", ANNA).resolveSibling(ANNA.patient() + ".destroyed"))
                .exists();
    }

    @Test
    void keys_open_by_their_own_master_key_and_by_no_other() throws IOException {
        TinkMasterKey own = master("own.json");
        new WrappedKeyStore(store("keys"), own, false).create(ANNA, new byte[] {1, 2, 3});

        assertThatCode(() -> KeyFolder.requireOpens(folder.resolve("keys"), own))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> KeyFolder.requireOpens(folder.resolve("keys"), master("other.json")))
                .isInstanceOf(CannotException.class)
                .hasMessageContaining("Nothing was restored");
    }

    private int copy(String from, String to) throws IOException {
        return KeyFolder.copy(folder.resolve(from), folder.resolve(to));
    }

    private TinkMasterKey master(String file) throws IOException {
        return new TinkMasterKey(MasterKeyset.inOrNew(folder.resolve(file)));
    }

    private FileKeyStore store(String name) {
        return new FileKeyStore(folder.resolve(name));
    }

    private Path key(String name, PatientRef patient) {
        return folder.resolve(name).resolve(patient.key() + ".key");
    }

    private void write(String name, PatientRef patient, String content) throws IOException {
        Files.createDirectories(key(name, patient).getParent());
        Files.writeString(key(name, patient), content);
    }
}
