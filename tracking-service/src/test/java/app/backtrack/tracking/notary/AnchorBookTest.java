package app.backtrack.tracking.notary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.backtrack.runtime.signing.Signer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AnchorBookTest {
    private static final Instant AT = Instant.parse("2026-11-28T10:00:00Z");

    @TempDir
    Path folder;

    @Test
    void anchors_are_read_as_they_were_written() {
        book("own").add(AT, List.of(head(3)));
        book("own").add(AT.plusSeconds(600), List.of(head(5)));

        assertThat(book("own").read()).extracting(AnchorBook.Anchor::at).containsExactly(AT, AT.plusSeconds(600));
        assertThat(book("own").read().getLast().heads())
                .containsEntry("pain-events/harbour-physio/p-1", "5 " + ChainRules.GENESIS);
    }

    @Test
    void an_anchor_that_was_taken_out_changed_or_signed_by_another_is_found() throws IOException {
        for (int i = 1; i <= 3; i++) {
            book("own").add(AT.plusSeconds(i), List.of(head(i)));
        }
        List<String> lines = Files.readAllLines(file());

        Files.write(file(), List.of(lines.get(0), lines.get(2)));
        assertThatThrownBy(() -> book("own").read()).isInstanceOf(IllegalStateException.class);

        List<String> changed = new ArrayList<>(lines);
        changed.set(1, lines.get(1).replaceFirst("\\.ey", ".eX"));
        Files.write(file(), changed);
        assertThatThrownBy(() -> book("own").read()).isInstanceOf(IllegalStateException.class);

        Files.write(file(), lines);
        assertThat(book("own").read()).hasSize(3);
        assertThatThrownBy(() -> book("another").read()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void what_a_crash_left_of_a_line_is_written_over() throws IOException {
        book("own").add(AT, List.of(head(1)));
        Files.write(file(), "eyJhbGci".getBytes(StandardCharsets.US_ASCII), StandardOpenOption.APPEND);

        book("own").add(AT.plusSeconds(1), List.of(head(2)));

        assertThat(book("own").read()).hasSize(2);
    }

    private AnchorBook book(String key) {
        Path keyFile = folder.resolve(key + ".json");
        return new AnchorBook(
                new NotaryConfig() {
                    @Override
                    public Path anchors() {
                        return file();
                    }

                    @Override
                    public Duration every() {
                        return Duration.ofMinutes(10);
                    }
                },
                new Signer(() -> keyFile));
    }

    private Path file() {
        return folder.resolve("anchors").resolve("anchors.jws");
    }

    private static Head head(int count) {
        return new Head("pain-events/harbour-physio/p-1", count, count, ChainRules.GENESIS, count - 1);
    }
}
