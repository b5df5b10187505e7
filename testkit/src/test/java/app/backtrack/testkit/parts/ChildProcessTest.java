package app.backtrack.testkit.parts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ChildProcessTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    @Test
    void is_ready_when_its_line_is_written_and_again_after_a_restart() {
        try (ChildProcess child = shell("echo READY; exec sleep 60")) {
            child.start().awaitReady(LIMIT);
            child.kill9();
            assertThat(child.isAlive()).isFalse();
            assertThat(child.start().awaitReady(LIMIT).isAlive()).isTrue();
        }
    }

    @Test
    void says_how_its_log_ended_when_it_does_not_start() {
        try (ChildProcess child = shell("echo the port is taken; exit 3")) {
            child.start();

            assertThatThrownBy(() -> child.awaitReady(LIMIT))
                    .isInstanceOf(ChildFailedException.class)
                    .hasMessageContaining("part ended while it started", "the port is taken");
        }
    }

    @Test
    void says_so_when_it_stays_unready() {
        try (ChildProcess child = shell("exec sleep 60")) {
            child.start();

            assertThatThrownBy(() -> child.awaitReady(Duration.ofMillis(100)))
                    .hasMessageContaining("part is not ready after 0 s");
        }
    }

    @Test
    void stop_lets_it_tidy_up_even_when_it_is_frozen() throws Exception {
        try (ChildProcess child = shell("trap 'echo tidied; exit 0' TERM; echo READY; while :; do sleep 0.05; done")) {
            child.start().awaitReady(LIMIT);
            child.freeze();
            child.stop();

            assertThat(child.awaitExit()).isZero();
            assertThat(child.loggedSinceStart()).contains("tidied");
        }
    }

    @Test
    void a_frozen_process_stands_still_until_it_is_woken() throws Exception {
        try (ChildProcess child = shell("echo READY; exec sleep 60")) {
            child.start().awaitReady(LIMIT);
            child.freeze();
            assertThat(state(child)).startsWith("T");
            child.wake();
            assertThat(state(child)).startsWith("S");
        }
    }

    @Test
    void ends_by_itself_when_whoever_started_it_is_killed() throws Exception {
        ChildCommand parent = new ChildCommand(
                "parent", java(ParentOfOne.class.getName()), Map.of(), log("parent"), Readiness.line("READY"));
        try (ChildProcess process = new ChildProcess(parent)) {
            process.start().awaitReady(LIMIT);
            long pid = Long.parseLong(
                    process.loggedSinceStart().lines().findFirst().orElseThrow());
            ProcessHandle grandchild = ProcessHandle.of(pid).orElseThrow();
            process.kill9();

            assertThat(grandchild.onExit().get(20, TimeUnit.SECONDS).isAlive()).isFalse();
        }
    }

    private ChildProcess shell(String script) {
        return new ChildProcess(
                new ChildCommand("part", List.of("sh", "-c", script), Map.of(), log("part"), Readiness.line("READY")));
    }

    private Path log(String name) {
        return folder.resolve("logs").resolve(name + ".log");
    }

    private static String state(ChildProcess child) throws Exception {
        Process ps = new ProcessBuilder("ps", "-o", "state=", "-p", String.valueOf(child.pid())).start();
        return new String(ps.getInputStream().readAllBytes(), UTF_8).strip();
    }

    private static List<String> java(String... arguments) {
        List<String> words = JavaCommand.words("-cp", System.getProperty("java.class.path"));
        words.addAll(List.of(arguments));
        return words;
    }

    /** Starts a process that would run for a minute, and waits to be killed. */
    static final class ParentOfOne {

        private ParentOfOne() {}

        /** Prints the child's process id, then that it is ready. */
        public static void main(String... arguments) throws Exception {
            Process child = new ProcessBuilder(java(EndsWithParent.class.getName(), Sleeper.class.getName())).start();
            System.out.println(child.pid());
            System.out.println("READY");
            child.waitFor();
        }
    }

    /** Does nothing for a minute. */
    public static final class Sleeper {

        private Sleeper() {}

        /** Returns after a minute. */
        public static void main(String... arguments) throws InterruptedException {
            TimeUnit.MINUTES.sleep(1);
        }
    }
}
