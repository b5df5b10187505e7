package app.backtrack.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Sends what the parts' libraries log to one file, warnings and worse, so that a console stays readable. */
final class PartLog {

    private static final int FILE_BYTES = 4 * 1024 * 1024;

    private PartLog() {}

    static void open(Path file) throws IOException {
        System.setProperty("java.util.logging.SimpleFormatter.format", "%1$tFT%1$tT.%1$tL %4$s %3$s %5$s%6$s%n");
        Files.createDirectories(file.getParent());
        Logger root = Logger.getLogger("");
        for (Handler handler : root.getHandlers()) {
            root.removeHandler(handler);
        }
        // The pattern's own escapes would take a percent sign in a folder's name for theirs.
        FileHandler handler = new FileHandler(file.toString().replace("%", "%%"), FILE_BYTES, 1, true);
        handler.setFormatter(new SimpleFormatter());
        root.addHandler(handler);
        root.setLevel(Level.WARNING);
    }
}
