package app.backtrack.tracking.masterkey;

import app.backtrack.runtime.log.Outages;
import app.backtrack.runtime.sealing.MasterKeyRotation;
import app.backtrack.runtime.sealing.MasterKeyRotation.State;
import app.backtrack.runtime.sealing.MasterKeyset;
import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.QuarkusApplication;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * The command line of the master key. Exit status: 0, 1 after a failure or while a rotation is incomplete, 2 misuse.
 */
@Dependent
@Unremovable
@Command(
        name = "rotate-master-key",
        mixinStandardHelpOptions = true,
        description = "Makes the master key, and brings all patients' keys under a new one. Services stay up.",
        synopsisSubcommandLabel = "COMMAND")
public class MasterKeyLine implements QuarkusApplication {
    /** The first word of such a command. */
    public static final String NAME = "rotate-master-key";

    private final PrintStream out = System.out;
    private final Instance<MasterKeyRotation> rotation;
    private final Instance<MasterKeyset> masterKeys;

    MasterKeyLine(Instance<MasterKeyRotation> rotation, Instance<MasterKeyset> masterKeys) {
        this.rotation = rotation;
        this.masterKeys = masterKeys;
    }

    @Override
    public int run(String... words) {
        CommandLine line = new CommandLine(this).setExecutionExceptionHandler((e, command, parsed) -> explained(e));
        List<String> all = List.of(words);
        if (all.size() == 1) {
            line.usage(out);
            return CommandLine.ExitCode.OK;
        }
        return line.execute(all.subList(1, all.size()).toArray(String[]::new));
    }

    /** Listed here for the help; what it does needs no service, which could not start without the key. */
    @Command(name = "new", description = "Make a file with a first master key.")
    int first(@Parameters(paramLabel = "FILE") Path file) {
        return NewMasterKey.make(NAME, "new", file.toString());
    }

    @Command(
            description =
                    "Add a master key and wrap all patients' keys anew; or go on, where that was ended in between.")
    int start() throws IOException {
        try (ProgressBar bar = new ProgressBarBuilder()
                .setTaskName("patients' keys")
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(1_000)
                .setUnit(" keys", 1)
                .setInitialMax(-1)
                .showSpeed()
                .build()) {
            long wrapped = rotation.get().start(bar::stepTo);
            out.printf("wrapped anew %,d%n", wrapped);
        }
        int status = status();
        if (status == CommandLine.ExitCode.OK && masterKeys.get().file().isPresent()) {
            out.println("Copy the file of the master key to where its copy is kept. Then: " + NAME + " drop");
        }
        return status;
    }

    @Command(description = "Say by which master key the patients' keys are wrapped.")
    int status() {
        State state = rotation.get().state();
        out.printf(
                "under the newest %,d, under a former one %,d, not wrapped %,d; master keys %d%n",
                state.newest(), state.former(), state.unwrapped(), state.masterKeys());
        return state.complete() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    @Command(description = "Delete the former master keys; refused while anything is wrapped by one.")
    int drop() throws IOException {
        rotation.get().drop();
        return status();
    }

    private static int explained(Exception e) throws Exception {
        if (e instanceof IllegalStateException) {
            System.err.println(e.getMessage());
        } else if (e instanceof RuntimeException outage && Outages.isOutage(outage)) {
            System.err.println("An outage (" + e.getMessage() + "). Start it again: it goes on from there.");
        } else if (e instanceof IOException) {
            System.err.println("The file of the master key: " + e.getMessage());
        } else {
            throw e;
        }
        return CommandLine.ExitCode.SOFTWARE;
    }
}
