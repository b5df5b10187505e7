package app.backtrack.testkit.parts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One process that can be started, stopped, killed, frozen, woken and started again. Its stdin stays open as long as we
 * live, so a child that watches it ends with us even when we are killed. Safe for use by several threads.
 */
public final class ChildProcess implements AutoCloseable {

    private static final Duration GRACE = Duration.ofSeconds(15);
    private static final Duration RESTART_LIMIT = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(50);
    private static final int TAIL_LINES = 25;

    /**
     * A console sends Ctrl-C to everything in front of it at once; a child that ignores it is still there to be ended
     * in its turn. A JVM leaves a signal ignored that it found so.
     */
    private static final List<String> UNTOUCHED_BY_CTRL_C =
            List.of("/bin/sh", "-c", "trap '' INT; exec \"$@\"", "child");

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
            if (process == null) {
                // The first start begins a log of its own; a restart goes on in it.
                Files.deleteIfExists(log());
            }
            logStart = Files.exists(log()) ? Files.size(log()) : 0;
            List<String> words = new ArrayList<>(UNTOUCHED_BY_CTRL_C);
            words.addAll(command.words());
            ProcessBuilder builder = new ProcessBuilder(words)
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

    /** Ends several in order, side by side, and waits for all of them. */
    public static void stopAll(Collection<ChildProcess> processes) {
        List<Thread> stopping = processes.stream()
                .map(process -> Thread.ofVirtual().start(process::stop))
                .toList();
        for (Thread thread : stopping) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** Ends it in order, starts it again and waits until it serves. */
    public ChildProcess restart() {
        stop();
        return start().awaitReady(RESTART_LIMIT);
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
    public long pid() {
        return running().pid();
    }

    /** Whether it runs; a frozen process does. */
    public synchronized boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** Waits until the process that runs now has ended, and answers its exit status. */
    public int awaitExit() throws InterruptedException {
        return running().waitFor();
    }

    /** The same; throws {@link ChildFailedException} where it has not ended when the time is over. */
    public int awaitExit(Duration limit) throws InterruptedException {
        Process running = running();
        if (!running.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new ChildFailedException(name() + " still runs after " + limit.toSeconds() + " s." + logTail());
        }
        return running.exitValue();
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

    private synchronized Process running() {
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
