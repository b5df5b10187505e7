package app.backtrack.bench.measure;

import app.backtrack.bench.result.Figure;
import app.backtrack.local.LocalSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the log takes on disk.
 *
 * @param folder of the broker
 * @param before bytes of its segments when it began
 */
record Disk(Path folder, long before) {
    /** The JSON of a score as a client sends it. */
    private static final int PAYLOAD_BYTES = 110;

    private static final Pattern FACTS = Pattern.compile("(pain|session)-events-\\d+/\\d+\\.log$");

    static Disk of(LocalSystem system) {
        Path folder = system.data().resolve("kafka");
        return new Disk(folder, segments(folder));
    }

    void figure(Session session, String how, long facts) {
        double each = (segments(folder) - before) / (double) facts;
        session.figure(Figure.once(how + ", bytes in the log for each", "B", each, null));
        session.figure(Figure.once(how + ", bytes in the log per payload byte", "", each / PAYLOAD_BYTES, "<= 2.5"));
    }

    private static long segments(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> FACTS.matcher(file.toString()).find())
                    .mapToLong(Disk::size)
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException("the log's folder cannot be read", e);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException gone) {
            return 0;
        }
    }
}
