package app.backtrack.runtime.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.backtrack.events.ClinicId;
import app.backtrack.events.PatientId;
import app.backtrack.events.PatientRef;
import app.backtrack.runtime.sealing.KeyStore.KeyStoreUnavailable;
import app.backtrack.runtime.sealing.KeyStore.Lookup;
import app.backtrack.runtime.sealing.MasterKey.Wrapping;
import app.backtrack.runtime.sealing.MasterKeyRotation.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process of a service is a store of its own on the same folder and the same file. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MasterKeyTest {
    private final PatientRef patient = someone();

    @TempDir
    Path temporary;

    private Path file = Path.of("");

    @BeforeEach
    void place() {
        file = temporary.resolve("master-key.json");
    }

    @Test
    void a_key_is_found_as_it_was_made_and_kept_as_something_else() throws IOException {
        process().create(patient, KeyStoreContract.bytes("a patient's key"));

        assertThat(KeyStoreContract.text(process().find(patient))).isEqualTo("a patient's key");
        assertThat(Files.readString(kept(patient), java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("patient's key");
    }

    @Test
    void a_copied_store_is_worth_nothing_without_the_master_key() throws IOException {
        process().create(patient, KeyStoreContract.bytes("key"));
        MasterKeyset other = MasterKeyset.inOrNew(temporary.resolve("other.json"));

        WrappedKeyStore thief = new WrappedKeyStore(files(), new TinkMasterKey(other), true);

        assertThatThrownBy(() -> thief.find(patient)).isInstanceOf(KeyStoreUnavailable.class);
    }

    @Test
    void a_wrapped_key_does_not_open_in_another_patients_place() throws IOException {
        PatientRef other = someone();
        process().create(patient, KeyStoreContract.bytes("key"));
        Files.copy(kept(patient), kept(other));

        assertThatThrownBy(() -> process().find(other)).isInstanceOf(KeyStoreUnavailable.class);
    }

    @Test
    void every_flipped_byte_is_found() throws IOException {
        process().create(patient, KeyStoreContract.bytes("key"));
        byte[] wrapped = Files.readAllBytes(kept(patient));

        for (int i = 0; i < wrapped.length; i++) {
            byte[] flipped = wrapped.clone();
            flipped[i] ^= 1;
            Files.write(kept(patient), flipped);
            // The letters and the id before the ciphertext say which master key it is, and open nothing.
            if (i < 4 || i >= 8) {
                assertThatThrownBy(() -> process(false).find(patient)).isInstanceOf(KeyStoreUnavailable.class);
            }
        }
    }

    @Test
    void a_master_key_is_made_once_for_all_processes_and_for_the_owner_alone() throws IOException {
        byte[] first = MasterKeyset.bytes(MasterKeyset.inOrNew(file).keys());

        assertThat(MasterKeyset.bytes(MasterKeyset.inOrNew(file).keys())).isEqualTo(first);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Files.list(temporary)).containsExactly(file);
    }

    @Test
    void what_is_no_keyset_is_refused_without_repeating_it() {
        assertThatThrownBy(() -> MasterKeyset.of("not-a-keyset-but-secret"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("secret");
    }

    @Test
    void a_key_from_before_there_was_a_master_key_is_refused_where_it_matters() {
        files().create(patient, KeyStoreContract.bytes("plain"));

        assertThatThrownBy(() -> process(false).find(patient))
                .isInstanceOf(KeyStoreUnavailable.class)
                .hasMessageContaining("rotate-master-key start");
    }

    @Test
    void and_wrapped_at_its_first_use_in_local_mode() throws IOException {
        files().create(patient, KeyStoreContract.bytes("plain"));

        assertThat(KeyStoreContract.text(process(true).find(patient))).isEqualTo("plain");

        assertThat(process(false).wrapping(patient)).isEqualTo(Wrapping.NEWEST);
        assertThat(KeyStoreContract.text(process(false).find(patient))).isEqualTo("plain");
    }

    @Test
    void a_rotation_wraps_all_anew_while_other_processes_read_and_make_keys() throws IOException {
        WrappedKeyStore service = process(false);
        List<PatientRef> patients = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            patients.add(someone());
            service.create(patients.get(i), KeyStoreContract.bytes("key " + i));
        }
        List<Long> progress = new ArrayList<>();

        assertThat(rotation().start(progress::add)).isEqualTo(20);

        assertThat(progress).hasSize(20).isSorted().endsWith(20L);
        for (int i = 0; i < 20; i++) {
            assertThat(KeyStoreContract.text(service.find(patients.get(i)))).isEqualTo("key " + i);
        }
        service.create(patient, KeyStoreContract.bytes("made after it"));
        assertThat(rotation().state()).isEqualTo(new State(21, 0, 0, 2));
    }

    @Test
    void a_rotation_that_was_ended_in_between_goes_on() throws IOException {
        for (int i = 0; i < 10; i++) {
            process().create(someone(), KeyStoreContract.bytes("key " + i));
        }
        assertThatThrownBy(() -> rotation().start(done -> {
                    if (done == 4) {
                        throw new IllegalStateException("killed");
                    }
                }))
                .hasMessage("killed");
        assertThat(rotation().state()).isEqualTo(new State(4, 6, 0, 2));
        assertThatThrownBy(() -> rotation().drop())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("rotate-master-key start");

        assertThat(rotation().start(done -> {})).isEqualTo(6);

        assertThat(rotation().state()).isEqualTo(new State(10, 0, 0, 2));
    }

    @Test
    void the_former_key_is_dropped_when_nothing_needs_it_any_more() throws IOException {
        process().create(patient, KeyStoreContract.bytes("key"));
        MasterKeyset former = MasterKeyset.of(Files.readString(file));
        rotation().start(done -> {});

        rotation().drop();

        assertThat(rotation().state()).isEqualTo(new State(1, 0, 0, 1));
        assertThat(KeyStoreContract.text(process(false).find(patient))).isEqualTo("key");
        assertThatThrownBy(() -> new WrappedKeyStore(files(), new TinkMasterKey(former), false).find(patient))
                .isInstanceOf(KeyStoreUnavailable.class);
    }

    @Test
    void a_rotation_brings_no_destroyed_key_back() throws IOException {
        process().create(patient, KeyStoreContract.bytes("key"));
        process().destroy(patient);

        rotation().start(done -> {});

        assertThat(process().find(patient)).isEqualTo(new Lookup.Destroyed());
    }

    @Test
    void a_keyset_given_as_a_text_is_rotated_by_giving_another_with_a_newer_key() throws IOException {
        process().create(patient, KeyStoreContract.bytes("key"));
        MasterKeyset.in(file).addNewest();
        MasterKeyset given = MasterKeyset.of(Files.readString(file));
        WrappedKeyStore store = new WrappedKeyStore(files(), new TinkMasterKey(given), false);
        MasterKeyRotation rotation = new MasterKeyRotation(store, given);

        assertThat(rotation.start(done -> {})).isEqualTo(1);

        assertThat(rotation.state()).isEqualTo(new State(1, 0, 0, 2));
        assertThatThrownBy(rotation::drop).isInstanceOf(IllegalStateException.class);
    }

    private FileKeyStore files() {
        return new FileKeyStore(temporary.resolve("keys"));
    }

    private WrappedKeyStore process() throws IOException {
        return new WrappedKeyStore(files(), new TinkMasterKey(MasterKeyset.inOrNew(file)), false);
    }

    private WrappedKeyStore process(boolean wrapsOld) {
        try {
            return new WrappedKeyStore(files(), new TinkMasterKey(MasterKeyset.inOrNew(file)), wrapsOld);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private MasterKeyRotation rotation() throws IOException {
        MasterKeyset keyset = MasterKeyset.in(file);
        return new MasterKeyRotation(new WrappedKeyStore(files(), new TinkMasterKey(keyset), false), keyset);
    }

    private Path kept(PatientRef whose) {
        return temporary.resolve("keys").resolve(whose.clinic().value()).resolve(whose.patient() + ".key");
    }

    private static PatientRef someone() {
        return new PatientRef(new ClinicId("harbour-physio"), new PatientId(UUID.randomUUID()));
    }
}
