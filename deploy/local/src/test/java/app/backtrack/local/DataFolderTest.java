package app.backtrack.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DataFolderTest {

    @TempDir
    Path parent;

    @Test
    void one_launcher_at_a_time_holds_it() {
        Path path = parent.resolve("data");
        try (DataFolder first = DataFolder.open(path)) {
            assertThat(first.path()).isEqualTo(path);
            assertThatThrownBy(() -> DataFolder.open(path))
                    .isInstanceOf(CannotRunException.class)
                    .hasMessageContaining("process " + ProcessHandle.current().pid())
                    .hasMessageContaining("--port-base");
        }
        DataFolder.open(path).close();
    }

    @Test
    void a_reset_deletes_what_is_in_it_and_nothing_beside_it() throws Exception {
        Path path = parent.resolve("data");
        Files.writeString(parent.resolve("beside"), "stays");
        try (DataFolder folder = DataFolder.open(path)) {
            Files.createDirectories(path.resolve("kafka/log"));
            Files.writeString(path.resolve("kafka/log/1"), "goes");
            Files.createSymbolicLink(path.resolve("link"), parent);

            folder.reset();

            assertThat(path).isDirectoryNotContaining(child -> !child.endsWith("backtrack.lock"));
            assertThat(parent.resolve("beside")).hasContent("stays");
        }
    }

    @Test
    void a_folder_with_something_else_in_it_is_left_alone() throws Exception {
        Files.writeString(parent.resolve("thesis.txt"), "mine");

        assertThatThrownBy(() -> DataFolder.open(parent))
                .isInstanceOf(CannotRunException.class)
                .hasMessageContaining("holds something else");
        assertThat(parent).isDirectoryContaining("glob:**/thesis.txt");
    }
}
