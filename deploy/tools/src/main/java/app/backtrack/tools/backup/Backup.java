package app.backtrack.tools.backup;

import app.backtrack.events.EventJson;
import app.backtrack.events.Topic;
import app.backtrack.tools.backup.Manifest.CollectionForm;
import app.backtrack.tools.backup.Manifest.FileForm;
import app.backtrack.tools.place.CannotException;
import app.backtrack.tools.place.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;

/**
 * Takes a backup while the services run, in an order that fits together again:
 *
 * <ol>
 *   <li>what is computed from the log: it is older than the log then, and catches up with it after a restore;
 *   <li>what program-service decided, at a moment at which nothing of it is on its way into the log: a decision must
 *       not be in the one and not in the other. Its topics are taken up to that very moment;
 *   <li>the other topics up to their ends;
 *   <li>the keys, last, so that every record's key is among them, and somewhere else.
 * </ol>
 */
final class Backup {
    private static final String DECISIONS = "backtrack-program";
    private static final List<String> DECIDED =
            List.of(Topic.PROGRAM_EVENTS.topicName(), Topic.CLINIC_EVENTS.topicName());
    private static final int ATTEMPTS = 20;

    private final Topics topics;
    private final Databases databases;
    private final Map<String, CollectionForm> collections = new TreeMap<>();
    private final Map<String, FileForm> files = new TreeMap<>();

    Backup(Topics topics, Databases databases) {
        this.topics = topics;
        this.databases = databases;
    }

    /**
     * Takes it into a folder that is new or empty.
     *
     * @throws CannotException if decisions never rest for long enough
     */
    Manifest take(Path folder) throws IOException {
        Instant begunAt = Instant.now();
        requireNew(folder);
        Files.createDirectories(folder, LineFile.OWNER_ONLY_FOLDER);
        List<String> present = databases.present();
        for (String database : present) {
            if (!database.equals(DECISIONS)) {
                databases.dump(database, folder, collections, files);
            }
        }
        Map<TopicPartition, Long> ends = new HashMap<>(decisions(folder, present.contains(DECISIONS)));
        List<String> others = topics.present().stream()
                .filter(topic -> !DECIDED.contains(topic))
                .toList();
        ends.putAll(topics.ends(others));
        long records = ends.values().stream().mapToLong(Long::longValue).sum();
        try (Progress progress = Progress.of("topics", " records", records)) {
            files.putAll(topics.dump(folder, ends, progress::at));
        }
        Manifest manifest = new Manifest(
                Manifest.FORM,
                begunAt.toString(),
                Instant.now().toString(),
                topics.forms(topics.present()),
                collections,
                files);
        Files.write(folder.resolve(Manifest.NAME), EventJson.write(manifest));
        return manifest;
    }

    /** Dumps the decisions until their topics ended at the same places before and after it. */
    private Map<TopicPartition, Long> decisions(Path folder, boolean present) throws IOException {
        List<String> decided =
                topics.present().stream().filter(DECIDED::contains).toList();
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            Map<TopicPartition, Long> before = topics.ends(decided);
            if (present) {
                databases.dump(DECISIONS, folder, collections, files);
            }
            if (topics.ends(decided).equals(before)) {
                return before;
            }
        }
        throw new CannotException("While " + DECISIONS + " was read, decisions came in, " + ATTEMPTS
                + " times over. Take the backup at a quieter time, or stop program-service for as long.");
    }

    private static void requireNew(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> children = Files.list(folder)) {
                if (children.findAny().isPresent()) {
                    throw new CannotException(folder + " is not empty; name a new folder.");
                }
            }
        }
    }
}
