package app.backtrack.local;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.testkit.parts.JavaCommand;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher as the process that ./run starts. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LauncherIT {

    @TempDir
    Path folder;

    @Test
    void a_command_finds_the_parts_and_its_exit_status_is_passed_on() throws Exception {
        Process launcher = launch("--parts", "--", "sh", "-c", "echo $KAFKA_BOOTSTRAP_SERVERS $SMTP_HOST; exit 7");

        assertThat(launcher.inputReader().readLine()).matches("127\\.0\\.0\\.1:\\d+ 127\\.0\\.0\\.1");
        assertThat(launcher.waitFor()).isEqualTo(7);
        assertThat(folder.resolve("tmp")).isEmptyDirectory();
    }

    @Test
    void a_launcher_that_is_asked_to_end_ends_everything_and_removes_what_was_temporary() throws Exception {
        Process launcher = launch("--parts", "--", "sh", "-c", "echo running; exec sleep 60");
        assertThat(launcher.inputReader().readLine()).isEqualTo("running");
        List<ProcessHandle> descendants = launcher.descendants().toList();

        launcher.destroy();

        assertThat(launcher.waitFor()).isEqualTo(143);
        assertThat(descendants).hasSizeGreaterThanOrEqualTo(4).noneMatch(ProcessHandle::isAlive);
        assertThat(folder.resolve("tmp")).isEmptyDirectory();
    }

    @Test
    void a_launcher_that_is_killed_leaves_no_part_behind() throws Exception {
        Process launcher = launch("--parts", "--", "sh", "-c", "echo running; exec sleep 1");
        assertThat(launcher.inputReader().readLine()).isEqualTo("running");
        List<ProcessHandle> descendants = launcher.descendants().toList();

        launcher.destroyForcibly();

        for (ProcessHandle descendant : descendants) {
            descendant.onExit().get(30, TimeUnit.SECONDS);
        }
        assertThat(descendants).hasSizeGreaterThanOrEqualTo(4);
    }

    @Test
    void a_command_that_is_not_there_is_status_127_and_misuse_is_2() throws Exception {
        assertThat(launch("--parts").waitFor()).isEqualTo(2);
        assertThat(launch("--bogus").waitFor()).isEqualTo(2);
        assertThat(launch("--port-base", "80").waitFor()).isEqualTo(2);
        assertThat(err()).contains("--port-base is from 1024");
    }

    private Process launch(String... arguments) throws Exception {
        Files.createDirectories(folder.resolve("tmp"));
        List<String> words = JavaCommand.words("-Djava.io.tmpdir=" + folder.resolve("tmp"), "-cp");
        words.addAll(List.of(System.getProperty("java.class.path"), Launcher.class.getName()));
        words.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(words).redirectError(folder.resolve("err").toFile());
        // The parts that a whole test run shares would be taken for given ones.
        builder.environment().keySet().removeAll(List.of("KAFKA_BOOTSTRAP_SERVERS", "MONGODB_URI", "OIDC_ISSUER"));
        builder.environment().put("BACKTRACK_BACKENDS", "embedded");
        return builder.start();
    }

    private String err() throws Exception {
        return Files.readString(folder.resolve("err"));
    }
}
