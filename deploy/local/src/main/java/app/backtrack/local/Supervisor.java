package app.backtrack.local;

import app.backtrack.testkit.parts.ChildFailedException;
import app.backtrack.testkit.parts.ChildProcess;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Starts a service again that has ended by itself, a little later each time, and says so. */
final class Supervisor implements AutoCloseable {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration READY_LIMIT = Duration.ofSeconds(60);

    private final Console console;
    private final List<Thread> watches = new CopyOnWriteArrayList<>();

    Supervisor(Console console) {
        this.console = console;
    }

    /** Watches until it is closed; the status is 0 then. */
    int watch(List<ChildProcess> services) throws InterruptedException {
        services.forEach(service -> watches.add(Thread.ofVirtual().start(() -> watch(service))));
        for (Thread watch : watches) {
            watch.join();
        }
        return 0;
    }

    private void watch(ChildProcess service) {
        Duration pause = FIRST_PAUSE;
        try {
            while (true) {
                int status = service.awaitExit();
                console.say(service.name() + " ended with status " + status + "; it starts again in "
                        + pause.toSeconds() + " s (log: " + service.log() + ")");
                Thread.sleep(pause);
                pause = longer(pause);
                restart(service);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void restart(ChildProcess service) {
        try {
            service.start().awaitReady(READY_LIMIT);
            console.say(service.name() + " serves again");
        } catch (ChildFailedException e) {
            console.say(String.valueOf(e.getMessage()));
        }
    }

    private static Duration longer(Duration pause) {
        Duration doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }

    /** Nothing is started again after this. */
    @Override
    public void close() {
        watches.forEach(Thread::interrupt);
        for (Thread watch : watches) {
            try {
                watch.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
