package app.backtrack.local;

import app.backtrack.local.cache.StartCache;
import app.backtrack.testkit.parts.ChildFailedException;
import app.backtrack.testkit.parts.ChildProcess;
import app.backtrack.testkit.parts.EmbeddedParts;
import app.backtrack.testkit.parts.ProjectRoot;
import app.backtrack.testkit.parts.TemporaryFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes the start caches that are missing: each service is started once beside parts of its own, with temporary data,
 * and ended. One after the other and behind everything else on the machine. The system of the person at the console is
 * not touched. Closing it ends what is under way.
 */
public final class StartCaches implements AutoCloseable {
    static final String COMMAND = "start-caches";

    private static final Duration READY_LIMIT = Duration.ofSeconds(180);

    /** The JVM works for some seconds after a service has ended in order. */
    private static final Duration WRITING_LIMIT = Duration.ofMinutes(5);

    private final Consumer<String> said;
    private @Nullable ChildProcess trained;
    private @Nullable Thread background;
    private boolean closed;

    /** Says what it has made or could not make, a line each. */
    public StartCaches(Consumer<String> said) {
        this.said = said;
    }

    /** Makes what is missing while the caller goes on. */
    synchronized void makeInBackground() {
        background = Thread.ofPlatform().daemon().name("start-caches").start(this::makeMissing);
    }

    /**
     * Makes what is missing, and returns when it is there. What cannot be made is said, and services start without.
     *
     * @return whether all are there, or none can be on this JDK
     */
    public boolean makeMissing() {
        Path root = ProjectRoot.find();
        try (TemporaryFolder folder = TemporaryFolder.create()) {
            LocalPlan plan = LocalPlan.isolated(folder.path(), Map.of());
            List<String> missing = missing(plan);
            if (missing.isEmpty()) {
                return true;
            }
            Files.createDirectories(ServiceJvm.folder(root));
            try (EmbeddedParts parts = EmbeddedParts.start(plan.parts())) {
                ServiceCommands commands = new ServiceCommands(plan, parts.addresses());
                missing.forEach(service -> make(plan, commands, service));
            }
            return missing(plan).isEmpty();
        } catch (IOException | UncheckedIOException | ChildFailedException e) {
            said.accept("Start caches cannot be made: " + e.getMessage());
            return false;
        }
    }

    private static List<String> missing(LocalPlan plan) {
        return plan.services().byName().keySet().stream()
                .filter(service -> ServiceJvm.of(plan.parts().root(), service)
                        .cache()
                        .filter(cache -> cache.file().isEmpty())
                        .isPresent())
                .toList();
    }

    private void make(LocalPlan plan, ServiceCommands commands, String service) {
        StartCache cache = ServiceJvm.of(plan.parts().root(), service).cache().orElseThrow();
        Integer port = plan.services().byName().get(service);
        try {
            if (port == null || !train(new ChildProcess(commands.training(service, port)))) {
                return;
            }
            said.accept("  start cache of %s, %,d MiB".formatted(service, Files.size(cache.finish()) >> 20));
        } catch (IOException | ChildFailedException e) {
            said.accept("  no start cache of " + service + ": " + e.getMessage());
        } finally {
            remove(cache.unfinished());
        }
    }

    /** Answers false where it was cut short. */
    private boolean train(ChildProcess service) {
        synchronized (this) {
            if (closed) {
                return false;
            }
            trained = service.start();
        }
        try {
            service.awaitReady(READY_LIMIT);
            ProcessHandle.of(service.pid()).ifPresent(ProcessHandle::destroy);
            service.awaitExit(WRITING_LIMIT);
            return !isClosed();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ChildFailedException e) {
            if (isClosed()) {
                return false;
            }
            throw e;
        } finally {
            end(service);
        }
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    /** With the JVM that it has started to write the cache. */
    private static void end(ChildProcess service) {
        ProcessHandle.of(service.pid())
                .ifPresent(handle -> handle.descendants().forEach(ProcessHandle::destroyForcibly));
        service.kill9();
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
            Files.deleteIfExists(file.resolveSibling(file.getFileName() + ".config"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends what is under way, and waits until nothing of it is left. */
    @Override
    public void close() {
        Thread making;
        synchronized (this) {
            closed = true;
            making = background;
            if (trained != null) {
                end(trained);
            }
        }
        if (making != null) {
            try {
                making.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
