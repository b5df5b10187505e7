package app.backtrack.testkit.backends;

import app.backtrack.testkit.parts.EmbeddedParts;
import app.backtrack.testkit.parts.PartAddresses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Back ends that run; closing them ends them and removes what they kept.
 *
 * @param parts those that are embedded
 * @param containers those in containers, if any are
 * @param folder the temporary folder of the embedded ones
 */
public record Running(EmbeddedParts parts, Optional<Containers> containers, Path folder) implements AutoCloseable {

    /** Where they are. */
    public PartAddresses addresses() {
        return parts.addresses();
    }

    /** Which they are, for people. */
    public String description() {
        String embedded =
                String.join(", ", parts.all().stream().map(part -> part.name()).toList()) + " embedded";
        return containers
                .map(running -> running.description() + "; " + embedded)
                .orElse(embedded);
    }

    @Override
    public void close() {
        parts.close();
        containers.ifPresent(Containers::close);
        removeTree(folder);
    }

    private static void removeTree(Path folder) {
        try (Stream<Path> walk = Files.walk(folder)) {
            List<Path> deepestFirst = walk.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a temporary folder cannot be removed", e);
        }
    }
}
