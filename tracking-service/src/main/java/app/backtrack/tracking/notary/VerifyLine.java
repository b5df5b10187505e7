package app.backtrack.tracking.notary;

import app.backtrack.runtime.log.Outages;
import app.backtrack.tracking.notary.Verification.Result;
import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.QuarkusApplication;
import jakarta.enterprise.context.Dependent;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line of the verification. Exit status: 0 where all is as it was chained, else 1; 2 misuse. */
@Dependent
@Unremovable
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Reads the log again and says what is not as it was chained. Needs no key; services stay up.")
public class VerifyLine implements QuarkusApplication, Callable<Integer> {
    /** The first word of such a command. */
    public static final String NAME = "verify";

    private static final int SHOWN = 100;

    private final PrintStream out = System.out;
    private final Verification verification;

    VerifyLine(Verification verification) {
        this.verification = verification;
    }

    @Override
    public int run(String... words) {
        List<String> all = List.of(words);
        return new CommandLine(this)
                .setExecutionExceptionHandler((e, command, parsed) -> explained(e))
                .execute(all.subList(1, all.size()).toArray(String[]::new));
    }

    @Override
    public Integer call() {
        Result result;
        try (ProgressBar bar = new ProgressBarBuilder()
                .setTaskName("verify")
                .setStyle(ProgressBarStyle.ASCII)
                .setUnit(" records", 1)
                .setInitialMax(-1)
                .setUpdateIntervalMillis(1_000)
                .showSpeed()
                .build()) {
            result = verification.run(bar::stepTo);
        }
        result.findings().stream().limit(SHOWN).forEach(out::println);
        out.printf(
                "%,d records in %,d chains, %,d not chained yet, %,d anchors: %s%n",
                result.records(),
                result.chains(),
                result.waiting(),
                result.anchored(),
                result.findings().isEmpty()
                        ? "all as it was chained"
                        : result.findings().size() + " findings");
        return result.findings().isEmpty() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    private static int explained(Exception e) throws Exception {
        if (e instanceof IllegalStateException) {
            System.err.println(e.getMessage());
        } else if (e instanceof RuntimeException outage && Outages.isOutage(outage)) {
            System.err.println("An outage (" + e.getClass().getSimpleName() + "). Start it again.");
        } else {
            throw e;
        }
        return CommandLine.ExitCode.SOFTWARE;
    }
}
