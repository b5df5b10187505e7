package app.backtrack.local.endtoend;

import app.backtrack.local.LocalSystem;
import app.backtrack.testkit.parts.ChildProcess;
import app.backtrack.testkit.parts.Ports;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * Processes come and go in order while facts flow: more of a service for a while, and each service in turn restarted.
 * Every build has the harder case, kills at random moments ({@link KilledServicesIT}).
 */
@EndToEnd
@Tag("slow")
class ChurnIT {
    private static final Duration STAY = Duration.ofSeconds(3);
    private static final int FACTS_BETWEEN = 20;

    private final LocalSystem system;
    private final Faults faults = Faults.asked();

    ChurnIT(LocalSystem system) {
        this.system = system;
    }

    @Test
    void a_process_that_joins_and_leaves_again_and_again_changes_nothing(TestReporter reporter)
            throws InterruptedException {
        faults.tell(reporter);
        int port = Ports.free(1).getFirst();
        faults.whileFactsFlow(Clinic.open(system), List.of(system.urls().tracking()), traffic -> {
            for (int round = 0; round < 2 * faults.rounds(); round++) {
                try (ChildProcess joining = system.startAnother("tracking-service", port)) {
                    Eventually.pause(STAY);
                    joining.stop();
                }
            }
        });
    }

    @Test
    void a_rolling_restart_under_load_loses_nothing_that_was_acknowledged(TestReporter reporter)
            throws InterruptedException {
        faults.tell(reporter);
        faults.whileFactsFlow(Clinic.open(system), List.of(system.urls().tracking()), traffic -> {
            for (int round = 0; round < faults.rounds(); round++) {
                for (String service : WholeSystem.SERVICES) {
                    traffic.awaitFurther(FACTS_BETWEEN);
                    system.process(service).restart();
                }
            }
        });
    }
}
