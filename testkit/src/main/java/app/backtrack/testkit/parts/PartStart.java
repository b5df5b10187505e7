package app.backtrack.testkit.parts;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How an embedded part is started as a process of its own, whoever starts it. It ends with the JVM that started it.
 *
 * @param root the project's folder
 * @param part which: {@code kafka}, {@code store}, {@code identity-and-mail} or {@code mail}
 * @param data the folder that it keeps everything in
 * @param logs the folder that its output goes to
 * @param heap the most that its heap takes, such as {@code 384m}
 */
public record PartStart(Path root, String part, Path data, Path logs, String heap) {

    /** Such as {@code 2g}: a store in memory that holds a million events needs more than usual. */
    private static final String USUAL_HEAP = System.getenv().getOrDefault("BACKTRACK_PARTS_HEAP", "384m");

    /** A part with the usual heap. */
    public PartStart(Path root, String part, Path data, Path logs) {
        this(root, part, data, logs, USUAL_HEAP);
    }

    /**
     * The command for it.
     *
     * @param name what people call the process
     * @param options what this part wants to be told, its ports before all
     * @throws IllegalStateException if the parts are not built; the message says how they are
     */
    public ChildCommand command(String name, String... options) {
        Path module = root.resolve("deploy/embedded/target");
        if (!Files.isDirectory(module.resolve("lib"))) {
            throw new IllegalStateException("the embedded parts are not built: mvn -pl deploy/embedded package");
        }
        List<String> words = new ArrayList<>(JavaCommand.words("-Xmx" + heap));
        words.addAll(List.of("-cp", module.resolve("classes") + File.pathSeparator + module.resolve("lib/*")));
        words.addAll(List.of("app.backtrack.embedded.EmbeddedPart", part, "--until-stdin-closes"));
        words.add("--data=" + data);
        words.addAll(List.of(options));
        return new ChildCommand(name, words, Map.of(), logs.resolve(name + ".log"), Readiness.line("READY"));
    }
}
