package app.backtrack.tools.backup;

import app.backtrack.tools.place.CannotException;
import app.backtrack.tools.place.Installation;
import app.backtrack.tools.place.Log;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command line of a backup. */
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description = {
            "Copies the log and the databases into a new folder, while the services run; the keys only into another one.",
            "Whoever has both folders can read everything: keep them in different hands."
        })
public final class BackupLine implements Callable<Integer> {
    private final Map<String, String> environment;
    private final PrintStream out;

    @Parameters(paramLabel = "FOLDER", description = "New or empty; on a disk of its own, at best.")
    private Path folder = Path.of("");

    @Option(
            names = "--keys-to",
            paramLabel = "FOLDER",
            description = "Copies patients' keys too, there; may hold those of earlier backups.")
    private @Nullable Path keysTo;

    /** Works on the installation that an environment names, and prints there. */
    public BackupLine(Map<String, String> environment, PrintStream out) {
        this.environment = Map.copyOf(environment);
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        Path goal = folder.toAbsolutePath().normalize();
        if (keysTo != null && keysTo.toAbsolutePath().normalize().startsWith(goal)) {
            throw new CannotException("--keys-to lies in the backup itself: keys belong somewhere else.");
        }
        Installation installation = Installation.given(environment);
        if (keysTo != null && installation.keys().mongodbUri().isPresent()) {
            throw new CannotException(
                    "The keys are in a database of their own: dump that one with mongodump, to another"
                            + " place, after this backup, and leave --keys-to out.");
        }
        try (MongoClient store = MongoClients.create(installation.mongodb())) {
            Topics topics = new Topics(new Log(installation.log()));
            Manifest manifest = new Backup(topics, Databases.of(store, installation)).take(goal);
            long lines = manifest.files().values().stream()
                    .mapToLong(Manifest.FileForm::lines)
                    .sum();
            out.printf(
                    "%,d records and documents of %d topics and %d collections are in %s.%n",
                    lines, manifest.topics().size(), manifest.collections().size(), goal);
        }
        Path keys = installation.keys().dir();
        if (keysTo == null) {
            out.println("The keys are not in it: without them none of it can be read. See --keys-to.");
        } else if (Files.isDirectory(keys)) {
            out.printf("Keys and tombstones that are new in %s: %,d.%n", keysTo, KeyFolder.copy(keys, keysTo));
        } else {
            throw new CannotException("There are no keys in " + keys + ". Compare BACKTRACK_KEYS_DIR.");
        }
        return CommandLine.ExitCode.OK;
    }
}
