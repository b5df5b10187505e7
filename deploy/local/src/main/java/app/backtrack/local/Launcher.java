package app.backtrack.local;

import app.backtrack.testkit.parts.ChildFailedException;
import app.backtrack.testkit.parts.ProjectRoot;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * What {@code ./run} starts once everything is built. Exit status: the command's, else 0, 1 after a failure, 2 for
 * misuse.
 */
@Command(name = "./run")
public final class Launcher implements Callable<Integer> {

    private static final int LOWEST_BASE = 1_024;
    private static final int HIGHEST_BASE = 65_000;

    @Option(names = "--port-base", defaultValue = "8080")
    private int portBase;

    @Option(names = "--data")
    private @Nullable Path data;

    @Option(names = "--reset")
    private boolean reset;

    @Option(names = "--no-demo")
    private boolean noDemo;

    @Option(names = "--parts")
    private boolean partsOnly;

    @Parameters(arity = "0..*")
    private List<String> command = List.of();

    private Launcher() {}

    /** Exits when everything that it started has ended. */
    public static void main(String... arguments) {
        System.exit(new CommandLine(new Launcher())
                .setParameterExceptionHandler((e, words) -> misused(e.getMessage()))
                .setExecutionExceptionHandler((e, line, result) -> explained(e))
                .execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        if (partsOnly && command.isEmpty()) {
            throw new CannotRunException("--parts needs a command: ./run --parts -- COMMAND");
        }
        if (command.equals(List.of(StartCaches.COMMAND))) {
            boolean made = new StartCaches(new Console(System.err)::say).makeMissing();
            return made ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
        }
        if (!command.isEmpty() && !BesideRun.isMeant(command) && !isRestore()) {
            CommandRun run = new CommandRun(command, !noDemo, new Console(System.err));
            return partsOnly ? run.withParts() : run.withSystem();
        }
        if (portBase < LOWEST_BASE || portBase > HIGHEST_BASE) {
            throw new CannotRunException("--port-base is from " + LOWEST_BASE + " to " + HIGHEST_BASE);
        }
        Path kept = ProjectRoot.find().resolve(".backtrack");
        Path folder = data == null ? kept.resolve("data") : data.toAbsolutePath();
        Path logs = data == null ? kept.resolve("logs") : folder.resolve("logs");
        if (isRestore()) {
            return new RestoreRun(folder, logs, portBase, new Console(System.err)).run(command);
        }
        if (!command.isEmpty()) {
            return new BesideRun(folder, logs, portBase).run(command);
        }
        return new LastingRun(folder, logs, portBase, !noDemo, new Console(System.out)).run(reset);
    }

    private boolean isRestore() {
        return !command.isEmpty() && command.getFirst().equals(RestoreRun.COMMAND);
    }

    private static int misused(@Nullable String message) {
        System.err.println(message + "\nSee ./run --help");
        return CommandLine.ExitCode.USAGE;
    }

    private static int explained(Exception e) throws Exception {
        if (e instanceof CannotRunException || e instanceof ChildFailedException) {
            System.err.println(e.getMessage());
            return e instanceof CannotRunException ? CommandLine.ExitCode.USAGE : CommandLine.ExitCode.SOFTWARE;
        }
        throw e;
    }
}
