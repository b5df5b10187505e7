package app.backtrack.testkit.parts;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the project's folder is, from wherever in it a process was started. */
public final class ProjectRoot {

    private ProjectRoot() {}

    /** The nearest folder from the working directory upwards that has the embedded parts' module. */
    public static Path find() {
        Path start = Path.of("").toAbsolutePath();
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("deploy/embedded/pom.xml"))) {
                return folder;
            }
        }
        throw new IllegalStateException(start + " is not within the project");
    }
}
