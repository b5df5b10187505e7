package app.backtrack.tools.backup;

import app.backtrack.events.EventJson;
import app.backtrack.tools.backup.Manifest.FileForm;
import app.backtrack.tools.place.CannotException;
import app.backtrack.tools.place.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;

/**
 * Puts a backup into an empty installation whose services do not run. Consumers have no offsets afterwards and read the
 * log from its beginning: what the documents hold already counts once, because effects are by event id.
 */
final class Restore {
    private final Topics topics;
    private final TopicRestore log;
    private final Databases databases;

    Restore(Topics topics, TopicRestore log, Databases databases) {
        this.topics = topics;
        this.log = log;
        this.databases = databases;
    }

    /**
     * Reads what a backup holds and compares every file with its checksum.
     *
     * @throws CannotException if it is no whole backup
     */
    static Manifest checked(Path folder) throws IOException {
        Manifest manifest;
        try {
            manifest = EventJson.read(Files.readAllBytes(folder.resolve(Manifest.NAME)), Manifest.class);
        } catch (NoSuchFileException e) {
            throw new CannotException(
                    folder + " is no backup, or one that was not taken to its end: it has no " + Manifest.NAME + ".");
        }
        if (manifest.form() != Manifest.FORM) {
            throw new CannotException("The backup is of form " + manifest.form() + ", and this version reads "
                    + Manifest.FORM + ": use the version that took it.");
        }
        try (Progress progress =
                Progress.of("checksums", " files", manifest.files().size())) {
            for (Map.Entry<String, FileForm> file : manifest.files().entrySet()) {
                Path path = folder.resolve(file.getKey());
                if (!Files.exists(path)
                        || !LineFile.sha256(path).equals(file.getValue().sha256())) {
                    throw new CannotException(path + " is missing or not what was written: take another backup.");
                }
                progress.step();
            }
        }
        return manifest;
    }

    /** Puts it back; nothing is touched unless the installation is empty and at rest. */
    void run(Path folder, Manifest manifest) throws IOException {
        topics.requireNoReaders();
        log.requireEmpty();
        databases.requireEmpty();
        long records = manifest.files().entrySet().stream()
                .filter(file -> file.getKey().startsWith("topics/"))
                .mapToLong(file -> file.getValue().lines())
                .sum();
        try (Progress progress = Progress.of("topics", " records", records)) {
            log.run(folder, manifest, progress::at);
        }
        try (Progress progress =
                Progress.of("databases", " collections", manifest.collections().size())) {
            databases.restore(folder, manifest.collections(), progress::step);
        }
    }
}
