package app.backtrack.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;

/** Folds a projection anew in the system that another {@code ./run} keeps up, with the same data and ports. */
final class RebuildRun {
    /** The first word of such a command; what follows it is tracking-service's to understand. */
    static final String COMMAND = "rebuild";

    private static final int CONNECT_MILLIS = 1_000;

    private final LocalPlan plan;
    private final Path data;

    RebuildRun(Path data, Path logs, int portBase) {
        this.plan = LocalPlan.lasting(data, logs, portBase, RealParts.given());
        this.data = data;
    }

    /** Answers with the command's exit status. */
    int run(List<String> command) throws InterruptedException {
        int port = plan.services().tracking();
        try (Socket service = new Socket()) {
            service.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
        } catch (IOException e) {
            throw new CannotRunException("Nothing runs on port " + port
                    + ". Start ./run first, with the same --port-base" + " and --data, and rebuild beside it.");
        }
        ServiceCommands commands = new ServiceCommands(plan, plan.parts().addresses(), PositionSecret.in(data));
        try {
            return commands.besideTracking(command).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException("the command cannot be started", e);
        }
    }
}
