package app.backtrack.local;

import app.backtrack.testkit.backends.BackEnds;
import app.backtrack.testkit.backends.Running;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Runs a command against a system that lives as long as the command, and answers with the command's exit status. */
final class CommandRun {

    private static final int NOT_FOUND = 127;

    private final List<String> command;
    private final boolean demo;
    private final Console console;
    private final AtomicReference<@Nullable Process> running = new AtomicReference<>();

    CommandRun(List<String> command, boolean demo, Console console) {
        this.command = command;
        this.demo = demo;
        this.console = console;
    }

    /** With all of it, and the demo clinic. */
    int withSystem() throws InterruptedException {
        console.say("Starting an isolated system");
        LocalSystem system = LocalSystem.isolated(RealParts.given());
        try (Stopping stopping = Stopping.of(() -> end(system::close))) {
            return stopping.unlessBegun(() -> {
                system.startAll(process -> console.ready(process.name()));
                if (demo) {
                    new DemoStart(system, console).load();
                }
                return statusOf(SystemEnvironment.of(system));
            });
        }
    }

    /** With the broker, the store, the issuer and the mail server only. */
    int withParts() throws InterruptedException {
        Running parts = BackEnds.start(System.getenv());
        try (Stopping stopping = Stopping.of(() -> end(parts::close))) {
            console.say("Back ends: " + parts.description());
            return stopping.unlessBegun(() -> statusOf(parts.addresses().environment()));
        }
    }

    private void end(Runnable system) {
        Process process = running.get();
        if (process != null) {
            process.destroy();
        }
        system.run();
    }

    private int statusOf(Map<String, String> environment) throws InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            running.set(process);
            return process.waitFor();
        } catch (IOException e) {
            console.say(String.valueOf(e.getMessage()));
            return NOT_FOUND;
        }
    }
}
