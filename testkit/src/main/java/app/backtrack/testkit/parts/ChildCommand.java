package app.backtrack.testkit.parts;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How a child process is started, each time that it is.
 *
 * @param name what people call it
 * @param words the program and its arguments
 * @param environment variables set for it besides the inherited ones
 * @param log the file that its output is appended to
 * @param ready how to see that it serves
 */
public record ChildCommand(
        String name, List<String> words, Map<String, String> environment, Path log, Readiness ready) {

    /** Copies what it is given. */
    public ChildCommand {
        words = List.copyOf(words);
        environment = Map.copyOf(environment);
    }
}
