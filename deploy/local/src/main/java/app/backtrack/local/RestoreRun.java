package app.backtrack.local;

import java.nio.file.Path;
import java.util.List;

/**
 * Puts a backup into a data folder that is new: starts the parts alone, restores, and ends them in order. A folder that
 * nothing was restored into is new again.
 */
final class RestoreRun {
    /** The first word of the command; what follows it is the command's to understand. */
    static final String COMMAND = "restore";

    private final Path data;
    private final Path logs;
    private final int portBase;
    private final Console console;

    RestoreRun(Path data, Path logs, int portBase, Console console) {
        this.data = data;
        this.logs = logs;
        this.portBase = portBase;
        this.console = console;
    }

    /** Answers with the command's exit status. */
    int run(List<String> command) throws InterruptedException {
        LocalPlan plan = LocalPlan.lasting(data, logs, portBase, RealParts.given());
        if (BesideRun.asksForHelp(command)) {
            return BesideRun.give(LocalSystem.of(plan).tool(command));
        }
        try (DataFolder folder = DataFolder.open(data)) {
            if (!folder.isNew()) {
                throw new CannotRunException(data + " holds data. Restore into another one: --data FOLDER");
            }
            PortCheck.requireFree(plan.parts().startedPorts(), portBase);
            int status = restore(plan, command);
            if (status == 0) {
                DemoStart.settle(data);
            } else {
                folder.reset();
            }
            return status;
        }
    }

    private int restore(LocalPlan plan, List<String> command) throws InterruptedException {
        LocalSystem system = LocalSystem.of(plan);
        try (Stopping stopping = Stopping.of(system::close)) {
            return stopping.unlessBegun(() -> {
                system.startParts(process -> console.ready(process.name()));
                return BesideRun.give(system.tool(command));
            });
        }
    }
}
