package app.backtrack.testkit.parts;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The start of a command line that runs Java as this JVM does: the same JDK, with what suits many small processes. */
public final class JavaCommand {

    /** A system property that lets programs reach their full speed, for a bench, rather than start quickly. */
    public static final String FULL_SPEED = "backtrack.full-speed";

    private JavaCommand() {}

    /** The program, flags for a quick start and a small footprint, and the given flags. */
    public static List<String> words(String... flags) {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(List.of("-XX:+UseSerialGC", "-Djava.awt.headless=true"));
        words.add("-XX:TieredStopAtLevel=" + (Boolean.getBoolean(FULL_SPEED) ? 4 : 1));
        words.addAll(List.of(flags));
        return words;
    }
}
