package app.backtrack.testkit.parts;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The start of a command line that runs Java as this JVM does: the same JDK, with what suits many small processes. */
public final class JavaCommand {

    private JavaCommand() {}

    /** The program, flags for a quick start and a small footprint, and the given flags. */
    public static List<String> words(String... flags) {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Djava.awt.headless=true"));
        words.addAll(List.of(flags));
        return words;
    }
}
