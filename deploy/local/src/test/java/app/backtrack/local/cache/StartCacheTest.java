package app.backtrack.local.cache;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.testkit.parts.JavaCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StartCacheTest {
    @TempDir
    Path folder;

    private Path jar;

    @BeforeEach
    void write_a_jar() throws IOException {
        jar = Files.writeString(folder.resolve("service.jar"), "classes");
    }

    @Test
    void a_service_without_a_cache_starts_without_one() {
        assertThat(cache("a-service").flags()).isEmpty();
    }

    @Test
    void what_was_finished_is_used_and_what_is_unfinished_is_not() throws IOException {
        StartCache cache = cache("a-service");
        Files.writeString(cache.unfinished(), "archived classes");
        assertThat(cache.flags()).isEmpty();

        Path made = cache.finish();

        assertThat(cache("a-service").flags()).containsExactly("-XX:AOTCache=" + made);
        assertThat(made).hasContent("archived classes");
        assertThat(cache.unfinished()).doesNotExist();
    }

    @Test
    void a_cache_with_one_byte_changed_or_cut_off_is_not_used() throws IOException {
        Path made = made("a-service", "archived classes");
        Files.writeString(made, "archived glasses");
        assertThat(cache("a-service").flags()).isEmpty();

        Files.writeString(made, "archived classe");
        assertThat(cache("a-service").flags()).isEmpty();

        Files.writeString(made, "");
        assertThat(cache("a-service").flags()).isEmpty();
    }

    @Test
    void a_cache_is_not_used_once_a_jar_is_another() throws IOException {
        made("a-service", "archived classes");
        Files.setLastModifiedTime(jar, FileTime.fromMillis(1_700_000_000_000L));

        assertThat(cache("a-service").flags()).isEmpty();
    }

    @Test
    void a_new_cache_takes_the_place_of_those_of_the_same_name_only() throws IOException {
        Path other = made("a-service-full-speed", "of another name");
        Path former = made("a-service", "of former jars");
        Files.setLastModifiedTime(jar, FileTime.fromMillis(1_700_000_000_000L));

        Path made = made("a-service", "of these jars");

        assertThat(former).doesNotExist();
        assertThat(other).exists();
        assertThat(cache("a-service").file()).contains(made);
    }

    @Test
    @EnabledForJreRange(minVersion = StartCache.OLDEST_JDK)
    void a_jvm_starts_all_the_same_with_a_file_that_is_no_cache_or_that_is_gone() throws Exception {
        Path none = Files.writeString(folder.resolve("none.aot"), "no cache at all".repeat(1_000));

        assertThat(statusWith(none)).isZero();
        assertThat(statusWith(folder.resolve("gone.aot"))).isZero();
    }

    private static int statusWith(Path file) throws IOException, InterruptedException {
        List<String> words = JavaCommand.words("-XX:AOTCache=" + file, "-version");
        return new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    private Path made(String name, String content) throws IOException {
        StartCache cache = cache(name);
        Files.writeString(cache.unfinished(), content);
        return cache.finish();
    }

    private StartCache cache(String name) {
        return StartCache.of(folder, name, List.of("-Xmx1m"), List.of(jar));
    }
}
