package app.backtrack.testkit.backends;

import app.backtrack.testkit.parts.EmbeddedParts;
import app.backtrack.testkit.parts.PartAddresses;
import app.backtrack.testkit.parts.TemporaryFolder;
import java.util.Optional;

/**
 * Back ends that run; closing them ends them and removes what they kept.
 *
 * @param parts those that are embedded
 * @param containers those in containers, if any are
 * @param folder the temporary folder of the embedded ones
 */
public record Running(EmbeddedParts parts, Optional<Containers> containers, TemporaryFolder folder)
        implements AutoCloseable {

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
        folder.close();
    }
}
