package app.backtrack.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;

/** Runs an operator's command on the system that another {@code ./run} keeps up, with the same data and ports. */
final class BesideRun {
    /** Commands of tracking-service's own jar. */
    private static final List<String> TRACKING = List.of("rebuild", "rotate-master-key", "verify");

    private static final List<String> TOOLS = List.of("dead-letters", "backup");
    private static final int CONNECT_MILLIS = 1_000;

    private final LocalPlan plan;

    BesideRun(Path data, Path logs, int portBase) {
        this.plan = LocalPlan.lasting(data, logs, portBase, RealParts.given());
    }

    /** Whether the first word is that of such a command; what follows it is the command's to understand. */
    static boolean isMeant(List<String> command) {
        return !command.isEmpty() && (TRACKING.contains(command.getFirst()) || TOOLS.contains(command.getFirst()));
    }

    /** Answers with the command's exit status. */
    int run(List<String> command) throws InterruptedException {
        int port = plan.services().tracking();
        if (!asksForHelp(command)) {
            requireSystem(port);
        }
        ServiceCommands commands = new ServiceCommands(plan, plan.parts().addresses());
        return give(TRACKING.contains(command.getFirst()) ? commands.besideTracking(command) : commands.tool(command));
    }

    /** Answers with the command's exit status. */
    static int give(ProcessBuilder command) throws InterruptedException {
        try {
            return command.start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException("the command cannot be started", e);
        }
    }

    static boolean asksForHelp(List<String> command) {
        return command.size() == 1 && !command.getFirst().equals("verify")
                || command.contains("--help")
                || command.contains("-h");
    }

    private static void requireSystem(int port) {
        try (Socket service = new Socket()) {
            service.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
        } catch (IOException e) {
            throw new CannotRunException("Nothing runs on port " + port
                    + ". Start ./run first, with the same --port-base and --data, and give the command beside it.");
        }
    }
}
