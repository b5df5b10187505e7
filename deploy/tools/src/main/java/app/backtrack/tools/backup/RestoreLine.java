package app.backtrack.tools.backup;

import app.backtrack.tools.place.Installation;
import app.backtrack.tools.place.Log;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command line of a restore. */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = {
            "Puts a backup into an empty installation. Brokers and store run, the services do not.",
            "Start them afterwards: they read the log from its beginning, and count nothing twice."
        })
public final class RestoreLine implements Callable<Integer> {
    private final Map<String, String> environment;
    private final PrintStream out;

    @Parameters(paramLabel = "FOLDER", description = "What backup made.")
    private Path folder = Path.of("");

    @Mixin
    private KeyRestore keys = new KeyRestore();

    @Option(names = "--check", description = "Only compare every file with its checksum.")
    private boolean check;

    /** Works on the installation that an environment names, and prints there. */
    public RestoreLine(Map<String, String> environment, PrintStream out) {
        this.environment = Map.copyOf(environment);
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        Manifest manifest = Restore.checked(folder);
        if (check) {
            out.printf(
                    "The backup of %s is whole: %d files.%n",
                    manifest.endedAt(), manifest.files().size());
            return CommandLine.ExitCode.OK;
        }
        Installation installation = Installation.given(environment);
        keys.check(installation);
        Log log = new Log(installation.log());
        try (MongoClient store = MongoClients.create(installation.mongodb())) {
            new Restore(new Topics(log), new TopicRestore(log), Databases.of(store, installation))
                    .run(folder, manifest);
        }
        out.println(keys.run(installation));
        out.printf("Restored as of %s. Now start the services.%n", manifest.endedAt());
        return CommandLine.ExitCode.OK;
    }
}
