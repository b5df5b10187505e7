package app.backtrack.local;

import app.backtrack.local.cache.StartCache;
import app.backtrack.testkit.parts.EndsWithParent;
import app.backtrack.testkit.parts.JavaCommand;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** The command line of a service's JVM, with its start cache where there is one. */
final class ServiceJvm {
    /** The jar's manifest says it too, but is only heard where the JVM is started with -jar. */
    static final String[] OPENED = {
        "--add-opens=java.base/java.lang=ALL-UNNAMED",
        "--add-opens=java.base/java.nio=ALL-UNNAMED",
        "--add-opens=java.base/jdk.internal.misc=ALL-UNNAMED",
        "--enable-native-access=ALL-UNNAMED"
    };

    /** Set to {@code off}, no cache is made or used. */
    static final String SWITCH = "BACKTRACK_START_CACHE";

    private final Path root;
    private final String service;
    private final Path jar;

    /**
     * The JVM of a build of a service.
     *
     * @param root the project's folder
     * @param jar the build's {@code quarkus-run.jar}
     */
    ServiceJvm(Path root, String service, Path jar) {
        this.root = root;
        this.service = service;
        this.jar = jar;
    }

    /** The JVM of the build that lies in the project's folder. */
    static ServiceJvm of(Path root, String service) {
        return new ServiceJvm(
                root, service, ServiceCommands.built(root, service, "target/quarkus-app/quarkus-run.jar"));
    }

    Path jar() {
        return jar;
    }

    /** A start as it is made day by day. */
    List<String> words() {
        return words(cache().map(StartCache::flags).orElseGet(List::of));
    }

    /** A start that writes the cache when it ends. */
    List<String> trainingWords() {
        return words(List.of("-XX:AOTCacheOutput=" + cache().orElseThrow().unfinished()));
    }

    /** Empty where this JDK makes none, where it is switched off, or where classes lie about in a folder. */
    Optional<StartCache> cache() {
        if (Runtime.version().feature() < StartCache.OLDEST_JDK
                || "off".equals(System.getenv(SWITCH))
                || Files.isDirectory(ownClasses())) {
            return Optional.empty();
        }
        String name = Boolean.getBoolean(JavaCommand.FULL_SPEED) ? service + "-full-speed" : service;
        return Optional.of(StartCache.of(folder(root), name, flags(), jars()));
    }

    /** Where caches are kept. */
    static Path folder(Path root) {
        return root.resolve(".backtrack/cache");
    }

    private List<String> words(List<String> caching) {
        List<String> words = flags();
        words.addAll(caching);
        words.addAll(List.of("-cp", jar + File.pathSeparator + ownClasses()));
        words.addAll(List.of(EndsWithParent.class.getName(), mainClass()));
        return words;
    }

    private static List<String> flags() {
        List<String> flags = JavaCommand.words(OPENED);
        // It grows as far as it is needed. Left alone it would begin with a 64th of the machine.
        flags.addAll(List.of("-Xms24m", "-Xmx256m"));
        // A start fills much of the small default, and a full collection would look what of it can go.
        flags.add("-XX:ReservedCodeCacheSize=128m");
        if (Runtime.version().feature() >= StartCache.OLDEST_JDK) {
            // Mapped where it was made for, a cache is shared with the file; moved, each pointer in it is changed
            // first.
            flags.addAll(List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:ArchiveRelocationMode=0"));
        }
        return flags;
    }

    private List<Path> jars() {
        try (Stream<Path> files = Files.walk(jar.toAbsolutePath().getParent())) {
            List<Path> jars = new ArrayList<>(
                    files.filter(file -> file.toString().endsWith(".jar")).toList());
            jars.add(ownClasses());
            return jars;
        } catch (IOException e) {
            throw new UncheckedIOException("the jars of " + service + " cannot be listed", e);
        }
    }

    private String mainClass() {
        try (JarFile opened = new JarFile(jar.toFile())) {
            return opened.getManifest().getMainAttributes().getValue(Attributes.Name.MAIN_CLASS);
        } catch (IOException e) {
            throw new UncheckedIOException(jar + " cannot be read", e);
        }
    }

    /** The launcher's own jar beside it, so that ./run, the tests and the bench share one cache. */
    private Path ownClasses() {
        try {
            Path own = Path.of(EndsWithParent.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            Path shared = root.resolve("deploy/local/target/lib").resolve(own.getFileName());
            return Files.isRegularFile(shared) ? shared : own;
        } catch (URISyntaxException e) {
            throw new IllegalStateException("a code source is always a URI", e);
        }
    }
}
