package app.backtrack.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.local.LocalSystem;
import app.backtrack.local.endtoend.Traffic.Logged;
import app.backtrack.testkit.parts.ChildProcess;
import app.backtrack.testkit.parts.Ports;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * One of two tracking-services ends, as by SIGKILL, exactly between two steps of the way of a fact, one pair of steps
 * after the other, while facts flow.
 */
@EndToEnd
class CrashPointsIT {
    private static final List<String> POINTS = List.of(
            "before-send",
            "acknowledged",
            "batch-read",
            "journal-written",
            "progress-written",
            "insights-published",
            "ledger-entered",
            "caseload-written",
            "batch-handled",
            "offsets-committed");
    private static final int QUICK = 2;

    /** A crash point is reached as soon as facts, or what follows from them, come by. */
    private static final Duration CRASH_LIMIT = Duration.ofSeconds(90);

    /** What a shell says of a process that SIGKILL ended, and what a crash point ends with. */
    private static final int KILLED = 137;

    private final LocalSystem system;
    private final Faults faults = Faults.asked();

    CrashPointsIT(LocalSystem system) {
        this.system = system;
    }

    @Test
    void a_crash_between_any_two_steps_loses_and_doubles_nothing(TestReporter reporter) throws InterruptedException {
        faults.tell(reporter);
        Clinic clinic = Clinic.open(system);
        int port = Ports.free(1).getFirst();
        List<URI> both = List.of(system.urls().tracking(), URI.create("http://127.0.0.1:" + port));
        List<Logged> ledger = faults.whileFactsFlow(clinic, both, traffic -> {
            for (String point : chosen()) {
                reporter.publishEntry("crash", point);
                Map<String, String> settings = Map.of(
                        "BACKTRACK_FAULTS_CRASH_AT",
                        point,
                        "BACKTRACK_FAULTS_CRASH_ON",
                        String.valueOf(1 + faults.random().nextInt(3)));
                try (ChildProcess doomed = system.begin("tracking-service", port, settings)) {
                    assertThat(doomed.awaitExit(CRASH_LIMIT)).as(point).isEqualTo(KILLED);
                }
            }
        });

        for (Logged logged : ledger) {
            Eventually.holds(
                    () -> assertThat(clinic.inbox(logged.patient(), "red-flag")).hasSize(1));
        }
    }

    /** All of them where more than a round is asked for. */
    private List<String> chosen() {
        List<String> points = new ArrayList<>(POINTS);
        Collections.shuffle(points, faults.random());
        return faults.rounds() > 1 ? points : points.subList(0, QUICK);
    }
}
