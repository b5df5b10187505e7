package app.backtrack.local.endtoend;

import app.backtrack.local.LocalSystem;
import app.backtrack.testkit.parts.ChildProcess;
import app.backtrack.testkit.parts.ProjectRoot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Starts one system for all tests of a run, hands it into their constructors, and mends before that what the test
 * before may have left broken. The processes' logs are kept in {@code target/end-to-end-logs}.
 */
final class WholeSystem implements ParameterResolver {
    static final List<String> SERVICES =
            List.of("program-service", "tracking-service", "notification-service", "web-app");

    private static final List<String> PARTS = List.of("kafka", "store", "identity-and-mail");
    private static final Duration READY_LIMIT = Duration.ofSeconds(60);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == LocalSystem.class;
    }

    @Override
    public LocalSystem resolveParameter(ParameterContext parameter, ExtensionContext context) {
        LocalSystem system = system(context);
        PARTS.forEach(name -> mend(system.process(name)));
        SERVICES.forEach(name -> mend(system.process(name)));
        return system;
    }

    private static void mend(ChildProcess process) {
        process.wake();
        if (!process.isAlive()) {
            process.start();
        }
        process.awaitReady(READY_LIMIT);
    }

    private static LocalSystem system(ExtensionContext context) {
        return switch (context.getRoot()
                .getStore(Namespace.create(WholeSystem.class))
                .computeIfAbsent(Start.class, any -> start(), Start.class)) {
            case Running(LocalSystem system) -> system;
            case Failed(RuntimeException cause) -> throw new IllegalStateException("the system does not start", cause);
        };
    }

    private static Start start() {
        try {
            return new Running(LocalSystem.isolatedOnDisk());
        } catch (RuntimeException e) {
            return new Failed(e);
        }
    }

    /** What became of the one start; a second one would take as long and fail as well. */
    private sealed interface Start {}

    private record Failed(RuntimeException cause) implements Start {}

    /** Ends with the run. */
    private record Running(LocalSystem system) implements Start, AutoCloseable {

        @Override
        public void close() {
            Path kept = ProjectRoot.find().resolve("deploy/local/target/end-to-end-logs");
            PARTS.forEach(name -> keep(system.process(name).log(), kept));
            SERVICES.forEach(name -> keep(system.process(name).log(), kept));
            system.close();
        }

        private static void keep(Path log, Path folder) {
            try {
                Files.createDirectories(folder);
                Files.copy(log, folder.resolve(log.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                throw new UncheckedIOException("a log cannot be kept: " + log, e);
            }
        }
    }
}
