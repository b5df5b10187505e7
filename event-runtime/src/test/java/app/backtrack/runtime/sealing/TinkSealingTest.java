package app.backtrack.runtime.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.backtrack.events.ClinicId;
import app.backtrack.events.PatientId;
import app.backtrack.events.PatientRef;
import app.backtrack.events.Sealing.BrokenSeal;
import app.backtrack.events.Sealing.PatientErased;
import app.backtrack.events.Sealing.SealedData;
import app.backtrack.runtime.sealing.KeyStore.KeyStoreUnavailable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TinkSealingTest {
    private static final byte[] CONTEXT = bytes("clinic/patient|event|type");
    private static final byte[] PLAIN = bytes("{\"score\":4}");

    private final PatientRef patient = new PatientRef(new ClinicId("harbour-physio"), new PatientId(UUID.randomUUID()));
    private final PatientRef other = new PatientRef(new ClinicId("harbour-physio"), new PatientId(UUID.randomUUID()));
    private final AtomicLong nanos = new AtomicLong();

    @TempDir
    Path temporary;

    private Path folder = Path.of("");
    private FileKeyStore keys = new FileKeyStore(folder);
    private TinkSealing sealing = new TinkSealing(keys);

    @BeforeEach
    void open() {
        folder = temporary.resolve("keys");
        keys = new FileKeyStore(folder);
        sealing = new TinkSealing(keys, nanos::get);
    }

    @Test
    void what_was_sealed_opens_again_in_this_process_and_in_another() throws Exception {
        SealedData data = sealing.seal(patient, CONTEXT, PLAIN);

        assertThat(new String(data.sealed(), StandardCharsets.ISO_8859_1)).doesNotContain("score");
        assertThat(sealing.open(patient, CONTEXT, data)).isEqualTo(PLAIN);
        assertThat(new TinkSealing(new FileKeyStore(folder)).open(patient, CONTEXT, data))
                .isEqualTo(PLAIN);
    }

    @Test
    void the_same_plain_text_never_looks_the_same() throws Exception {
        assertThat(sealing.seal(patient, CONTEXT, PLAIN).sealed())
                .isNotEqualTo(sealing.seal(patient, CONTEXT, PLAIN).sealed());
    }

    @Test
    void another_context_is_refused() throws Exception {
        SealedData data = sealing.seal(patient, CONTEXT, PLAIN);

        assertThatThrownBy(() -> sealing.open(patient, bytes("clinic/patient|other|type"), data))
                .isInstanceOf(BrokenSeal.class);
    }

    @Test
    void every_flipped_byte_is_refused() throws Exception {
        SealedData data = sealing.seal(patient, CONTEXT, PLAIN);

        for (int i = 0; i < data.sealed().length; i++) {
            byte[] flipped = data.sealed().clone();
            flipped[i] ^= 1;
            assertThatThrownBy(() -> sealing.open(patient, CONTEXT, new SealedData(data.keyId(), flipped)))
                    .isInstanceOf(BrokenSeal.class);
        }
    }

    @Test
    void another_patients_key_does_not_open_it() throws Exception {
        SealedData data = sealing.seal(patient, CONTEXT, PLAIN);
        sealing.seal(other, CONTEXT, PLAIN);

        assertThatThrownBy(() -> sealing.open(other, CONTEXT, data)).isInstanceOf(BrokenSeal.class);
    }

    @Test
    void a_patient_who_never_had_a_key_gets_none_by_reading() throws Exception {
        SealedData data = sealing.seal(patient, CONTEXT, PLAIN);

        assertThatThrownBy(() -> sealing.open(other, CONTEXT, data)).isInstanceOf(BrokenSeal.class);
        assertThat(keys.find(other)).isEqualTo(new KeyStore.Lookup.Absent());
    }

    @Test
    void an_erased_patient_can_neither_be_read_nor_written() throws Exception {
        SealedData data = sealing.seal(patient, CONTEXT, PLAIN);
        keys.destroy(patient);
        TinkSealing cold = new TinkSealing(keys);

        assertThatThrownBy(() -> cold.open(patient, CONTEXT, data)).isInstanceOf(PatientErased.class);
        assertThatThrownBy(() -> cold.seal(patient, CONTEXT, PLAIN)).isInstanceOf(PatientErased.class);
    }

    @Test
    void an_erased_key_is_forgotten_within_a_minute_however_often_it_is_used() throws Exception {
        SealedData data = sealing.seal(patient, CONTEXT, PLAIN);
        keys.destroy(patient);

        for (int second = 1; second < 60; second++) {
            nanos.set(Duration.ofSeconds(second).toNanos());
            assertThat(sealing.open(patient, CONTEXT, data)).isEqualTo(PLAIN);
        }
        nanos.set(Duration.ofSeconds(60).toNanos());

        assertThatThrownBy(() -> sealing.open(patient, CONTEXT, data)).isInstanceOf(PatientErased.class);
        assertThatThrownBy(() -> sealing.seal(patient, CONTEXT, PLAIN)).isInstanceOf(PatientErased.class);
    }

    @Test
    void a_warm_key_bridges_an_outage_of_the_key_store_and_a_cold_one_says_so() throws Exception {
        SealedData data = sealing.seal(patient, CONTEXT, PLAIN);
        Files.move(folder, folder.resolveSibling("away"));

        assertThat(sealing.open(patient, CONTEXT, data)).isEqualTo(PLAIN);
        assertThatThrownBy(() -> sealing.seal(other, CONTEXT, PLAIN)).isInstanceOf(KeyStoreUnavailable.class);
        nanos.set(Duration.ofSeconds(61).toNanos());
        assertThatThrownBy(() -> sealing.open(patient, CONTEXT, data)).isInstanceOf(KeyStoreUnavailable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "garbage", "\n\u0004\u0001"})
    void a_damaged_key_is_an_outage_and_neither_erased_nor_made_anew(String damage) throws Exception {
        SealedData data = sealing.seal(patient, CONTEXT, PLAIN);
        Path key = folder.resolve("harbour-physio").resolve(patient.patient() + ".key");
        overwrite(key, damage);
        TinkSealing cold = new TinkSealing(keys);

        assertThatThrownBy(() -> cold.open(patient, CONTEXT, data)).isInstanceOf(KeyStoreUnavailable.class);
        assertThatThrownBy(() -> cold.seal(patient, CONTEXT, PLAIN)).isInstanceOf(KeyStoreUnavailable.class);
        assertThat(Files.readString(key)).isEqualTo(damage);
    }

    private static void overwrite(Path file, String text) throws IOException {
        Files.writeString(file, text);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
