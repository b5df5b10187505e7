package app.backtrack.tools;

import app.backtrack.runtime.sealing.KeyStore.KeyStoreUnavailable;
import app.backtrack.tools.grant.GrantsLine;
import app.backtrack.tools.letter.DeadLettersLine;
import app.backtrack.tools.place.CannotException;
import app.backtrack.tools.place.Log;
import java.nio.file.FileSystemException;
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
        System.exit(run(words));
    }

    static int run(String... words) {
        try {
            CommandLine line = new CommandLine(new Tools());
            line.addSubcommand(new DeadLettersLine());
            line.addSubcommand(new GrantsLine());
            line.setCaseInsensitiveEnumValuesAllowed(true);
            return line.setExecutionExceptionHandler((e, command, parsed) -> explained(e))
                    .execute(words);
        } catch (CannotException e) {
            return explained(e);
        }
    }

    private static int explained(Exception e) {
        switch (e) {
            case CannotException cannot -> System.err.println(cannot.getMessage());
            case KafkaException away -> System.err.println(Log.away().getMessage() + " (" + away.getMessage() + ")");
            case KeyStoreUnavailable keys ->
                System.err.println("The keys cannot be read. Compare BACKTRACK_KEYS_DIR with the services'.");
            case FileSystemException file -> System.err.println("A file cannot be used: " + file.getMessage());
            default -> e.printStackTrace();
        }
        return CommandLine.ExitCode.SOFTWARE;
    }
}
