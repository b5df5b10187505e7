package app.backtrack.runtime.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.backtrack.runtime.register.ErasureRegister.RegisterUnavailable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FileErasureRegisterTest extends ErasureRegisterContract {
    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");

    @TempDir
    Path temporary;

    private Path file = Path.of("");

    @BeforeEach
    void place() {
        file = temporary.resolve("erasures").resolve("register.ndjson");
    }

    @Override
    ErasureRegister another() {
        return new FileErasureRegister(file);
    }

    @Test
    void a_line_that_a_crash_cut_off_is_passed_over_and_written_over() throws IOException {
        Erasure first = erasure(NOW);
        Erasure second = erasure(NOW.plusSeconds(1));
        another().enter(first);
        Files.write(file, "{\"at\":\"2026-1".getBytes(StandardCharsets.UTF_8), StandardOpenOption.APPEND);

        assertThat(another().all()).containsExactly(first);
        another().enter(second);

        assertThat(another().all()).containsExactly(first, second);
    }

    @Test
    void a_line_that_was_spoilt_is_an_outage_and_forgets_nobody_silently() throws IOException {
        another().enter(erasure(NOW));
        another().enter(erasure(NOW));
        Files.writeString(file, Files.readString(file).replaceFirst("patient-request", "patient-reques"));

        assertThatThrownBy(() -> another().all()).isInstanceOf(RegisterUnavailable.class);
    }

    @Test
    void a_register_that_is_gone_is_an_outage_and_not_an_empty_one() throws IOException {
        ErasureRegister register = another();
        register.enter(erasure(NOW));
        Files.delete(file);

        assertThatThrownBy(register::all).isInstanceOf(RegisterUnavailable.class);
        assertThatThrownBy(() -> register.enter(erasure(NOW))).isInstanceOf(RegisterUnavailable.class);
    }

    @Test
    void it_is_for_the_owner_alone() throws IOException {
        another().enter(erasure(NOW));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }
}
