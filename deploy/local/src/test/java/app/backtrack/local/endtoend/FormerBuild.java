package app.backtrack.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.testkit.parts.ProjectRoot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** A build of a service as it was before some events existed: the same jars, but for the published language. */
final class FormerBuild {
    private static final String EVENT_TYPE = "app/backtrack/events/EventType";

    private FormerBuild() {}

    /**
     * Makes it in a folder.
     *
     * @param replaced wire names, without prefix, and what stands in their place in that build
     * @return the folder with its {@code quarkus-run.jar}
     */
    static Path of(String service, Map<String, String> replaced, Path folder) {
        Path root = ProjectRoot.find();
        Path build = folder.resolve("quarkus-app");
        try {
            copy(root.resolve(service).resolve("target/quarkus-app"), build);
            Path classes = compiled(root, replaced, folder.resolve("classes"));
            replaceClasses(build.resolve("lib/main/app.backtrack.event-contracts-0.1.0.jar"), classes);
            return build;
        } catch (IOException e) {
            throw new UncheckedIOException("no former build can be made", e);
        }
    }

    private static Path compiled(Path root, Map<String, String> replaced, Path classes) throws IOException {
        String source =
                Files.readString(root.resolve("event-contracts/src/main/java").resolve(EVENT_TYPE + ".java"));
        for (Map.Entry<String, String> name : replaced.entrySet()) {
            String quoted = '"' + name.getKey() + '"';
            assertThat(source).contains(quoted);
            source = source.replace(quoted, '"' + name.getValue() + '"');
        }
        Path file = classes.resolve(EVENT_TYPE + ".java");
        Files.createDirectories(file.getParent());
        Files.writeString(file, source, StandardCharsets.UTF_8);
        List<String> arguments = List.of(
                "-proc:none",
                "-parameters",
                "--release=21",
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                classes.toString(),
                file.toString());
        int status = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        assertThat(status).as("the former source compiles").isZero();
        return classes;
    }

    private static void replaceClasses(Path jar, Path classes) throws IOException {
        try (FileSystem inside = FileSystems.newFileSystem(jar);
                Stream<Path> files = Files.list(classes.resolve(EVENT_TYPE).getParent())) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".class")).toList()) {
                Files.copy(
                        file, inside.getPath(classes.relativize(file).toString()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path copy = to.resolve(from.relativize(file));
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
    }
}
