package app.backtrack.local;

import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Runs the system for a person until Ctrl-C; its data stays. */
final class LastingRun {

    private static final String BANNER =
            "Backtrack on this machine, with embedded parts: for trying, developing and testing; not for production.";

    private final Path data;
    private final Path logs;
    private final int portBase;
    private final boolean demo;
    private final Console console;

    LastingRun(Path data, Path logs, int portBase, boolean demo, Console console) {
        this.data = data;
        this.logs = logs;
        this.portBase = portBase;
        this.demo = demo;
        this.console = console;
    }

    /** Returns never, or with a status where a process could not be started. */
    int run(boolean reset) throws InterruptedException {
        console.say(BANNER);
        try (DataFolder folder = DataFolder.open(data)) {
            if (reset && !deleted(folder)) {
                return 0;
            }
            LocalPlan plan = LocalPlan.lasting(data, logs, portBase, RealParts.given());
            PortCheck.requireFree(ports(plan), portBase);
            return serve(plan);
        }
    }

    private boolean deleted(DataFolder folder) {
        if (console.isWatched() && !console.agrees("Delete everything in " + folder.path() + "?")) {
            console.say("Nothing was deleted.");
            return false;
        }
        folder.reset();
        console.say("The data of earlier runs is deleted: " + folder.path());
        return true;
    }

    private int serve(LocalPlan plan) throws InterruptedException {
        LocalSystem system = LocalSystem.of(plan);
        Supervisor supervisor = new Supervisor(console);
        StartCaches caches = new StartCaches(line -> {}); // the person at the console has other things to read
        try (Stopping stopping = Stopping.of(() -> end(caches, supervisor, system))) {
            return stopping.unlessBegun(() -> {
                console.startTiming();
                system.startAll(process -> console.ready(process.name()));
                if (demo) {
                    new DemoStart(system, console).loadOnce(data);
                }
                console.say(startTime());
                console.say(new Welcome(system.urls(), system.addresses()).text(demo, Instant.now()));
                caches.makeInBackground();
                return supervisor.watch(system.services());
            });
        }
    }

    private void end(StartCaches caches, Supervisor supervisor, LocalSystem system) {
        console.say("Ending everything in order");
        caches.close();
        supervisor.close();
        system.close();
    }

    private static Map<String, Integer> ports(LocalPlan plan) {
        Map<String, Integer> ports = new LinkedHashMap<>(plan.services().byName());
        ports.putAll(plan.parts().startedPorts());
        return ports;
    }

    private static String startTime() {
        String built = "yes".equals(System.getenv("BACKTRACK_BUILT")) ? "cold start, built first" : "warm start";
        return Optional.ofNullable(System.getenv("BACKTRACK_STARTED_AT"))
                .map(Long::parseLong)
                .map(since -> "Ready after %d s (%s)".formatted(Instant.now().getEpochSecond() - since, built))
                .orElse("Ready");
    }
}
