package app.backtrack.tools;

import app.backtrack.runtime.sealing.KeyStore.KeyStoreUnavailable;
import app.backtrack.tools.backup.BackupLine;
import app.backtrack.tools.backup.RestoreLine;
import app.backtrack.tools.grant.GrantsLine;
import app.backtrack.tools.letter.DeadLettersLine;
import app.backtrack.tools.place.CannotException;
import app.backtrack.tools.place.Log;
import com.mongodb.MongoException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.util.Map;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Commands for operators. Exit status: 0, 1 after a failure, 2 for misuse. */
@Command(
        name = "backtrack-tools",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "Commands beside the services. They read the services' settings: KAFKA_BOOTSTRAP_SERVERS, MONGODB_URI,",
            "BACKTRACK_KEYS_DIR and all of backtrack.log.*"
        },
        exitCodeListHeading = "Exit status: 0, 1 after a failure, 2 for misuse.%n")
public final class Tools {
    private Tools() {}

    /** Exits with the command's status. */
    public static void main(String... words) {
        System.exit(run(System.getenv(), System.out, System.err, words));
    }

    /**
     * Runs one command and answers with its exit status.
     *
     * @param environment the settings, as the services find them
     * @param out where results go
     * @param err where misuse, failures and progress go
     */
    public static int run(Map<String, String> environment, PrintStream out, PrintStream err, String... words) {
        CommandLine line = new CommandLine(new Tools());
        line.addSubcommand(new DeadLettersLine(environment, out));
        line.addSubcommand(new BackupLine(environment, out));
        line.addSubcommand(new RestoreLine(environment, out));
        line.addSubcommand(new GrantsLine(environment, out));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        return line.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
                .setExecutionExceptionHandler((e, command, parsed) -> explained(e, err))
                .execute(words);
    }

    private static int explained(Exception e, PrintStream err) {
        switch (e) {
            case CannotException cannot -> err.println(cannot.getMessage());
            case KafkaException away -> err.println(Log.away().getMessage() + " (" + away.getMessage() + ")");
            case KeyStoreUnavailable keys ->
                err.println("The keys cannot be read. Compare BACKTRACK_KEYS_DIR with the services'.");
            case FileSystemException file -> err.println("A file cannot be used: " + file.getMessage());
            case MongoException store ->
                err.println("The store does not answer. Compare MONGODB_URI. (" + store.getMessage() + ")");
            default -> e.printStackTrace(err);
        }
        return CommandLine.ExitCode.SOFTWARE;
    }
}
