package app.backtrack.testkit.parts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One process that can be started, stopped, killed, frozen, woken and started again. Its stdin stays open as long as we
 * live, so a child that watches it ends with us even when we are killed. Safe for use by several threads.
 */
public final class ChildProcess implements AutoCloseable {

    private static final Duration GRACE = Duration.ofSeconds(15);
    private static final Duration POLL = Duration.ofMillis(20);
    private static final int TAIL_LINES = 25;

    private final ChildCommand command;
    private @Nullable Process process;
    private long logStart;

    /** Nothing runs before {@link #start()}. */
    public ChildProcess(ChildCommand command) {
        this.command = command;
    }

    /** What people call it. */
    public String name() {
        return command.name();
    }

    /** The file with its output. */
    public Path log() {
        return command.log();
    }

    /** Starts it; a second call while it runs is a bug. */
    public synchronized ChildProcess start() {
        if (isAlive()) {
            throw new IllegalStateException(name() + " runs already");
        }
        try {
            Files.createDirectories(log().getParent());
            logStart = Files.exists(log()) ? Files.size(log()) : 0;
            ProcessBuilder builder = new ProcessBuilder(command.words())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
            builder.environment().putAll(command.environment());
            process = builder.start();
            return this;
        } catch (IOException e) {
            throw new ChildFailedException(name() + " cannot be started", e);
        }
    }

    /** Waits until it serves. Throws {@link ChildFailedException} where it ends before, or the time is over. */
    public ChildProcess awaitReady(Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        while (!command.ready().holds(this)) {
            if (!isAlive()) {
                throw new ChildFailedException(name() + " ended while it started." + logTail());
            }
            if (System.nanoTime() > end) {
                throw new ChildFailedException(name() + " is not ready after " + limit.toSeconds() + " s." + logTail());
            }
            pause();
        }
        return this;
    }

    /** Ends it in order (SIGTERM) and waits; after 15 s it is killed. Does nothing where it does not run. */
    public synchronized void stop() {
        Process running = process;
        if (running == null || !running.isAlive()) {
            return;
        }
        wake();
        running.destroy();
        if (!ended(running, GRACE)) {
            running.destroyForcibly();
            ended(running, GRACE);
        }
    }

    /** Ends it at once (SIGKILL), without a chance to tidy up, and waits until it is gone. */
    public synchronized void kill9() {
        Process running = process;
        if (running != null) {
            running.destroyForcibly();
            ended(running, GRACE);
        }
    }

    /** Stops it in the middle of whatever it does (SIGSTOP) until {@link #wake()}. */
    public synchronized void freeze() {
        signal("STOP");
    }

    /** Lets it go on after {@link #freeze()} (SIGCONT). */
    public synchronized void wake() {
        signal("CONT");
    }

    /** The process id of the one that was started last. */
    public synchronized long pid() {
        return running().pid();
    }

    /** Whether it runs; a frozen process does. */
    public synchronized boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** Completes with its exit status when the process that runs now has ended. */
    public synchronized CompletableFuture<Integer> onExit() {
        return running().onExit().thenApply(Process::exitValue);
    }

    /** Stops it. */
    @Override
    public void close() {
        stop();
    }

    /** What it has written since it was started. */
    String loggedSinceStart() {
        long from;
        synchronized (this) {
            from = logStart;
        }
        try (InputStream in = Files.newInputStream(log())) {
            in.skipNBytes(from);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The end of its log, as a paragraph to put after a sentence. */
    public String logTail() {
        List<String> lines = loggedSinceStart().lines().toList();
        List<String> tail = lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size());
        return " Its log, " + log() + ", ends:\n  " + String.join("\n  ", tail);
    }

    private Process running() {
        if (process == null) {
            throw new IllegalStateException(name() + " was never started");
        }
        return process;
    }

    private void signal(String name) {
        Process running = process;
        if (running == null || !running.isAlive()) {
            return;
        }
        try {
            Process kill = new ProcessBuilder("kill", "-" + name, String.valueOf(running.pid())).start();
            ended(kill, GRACE);
        } catch (IOException e) {
            throw new ChildFailedException("no signal can be sent to " + name(), e);
        }
    }

    private static boolean ended(Process process, Duration limit) {
        try {
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
            return false;
        }
    }

    private void pause() {
        try {
            Thread.sleep(POLL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ChildFailedException("interrupted while waiting for " + name(), e);
        }
    }
}
