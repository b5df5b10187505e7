package app.backtrack.local.endtoend;

import app.backtrack.local.LocalSystem;
import app.backtrack.testkit.parts.ChildProcess;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** The broker is killed and started again, and frozen and woken, while facts flow. */
@EndToEnd
class BrokerFaultsIT {
    private static final Duration READY_LIMIT = Duration.ofSeconds(60);
    private static final int FACTS_BETWEEN = 40;

    private final LocalSystem system;
    private final Faults faults = Faults.asked();

    BrokerFaultsIT(LocalSystem system) {
        this.system = system;
    }

    @Test
    void what_was_acknowledged_is_there_exactly_once(TestReporter reporter) throws InterruptedException {
        faults.tell(reporter);
        ChildProcess broker = system.process("kafka");
        faults.whileFactsFlow(Clinic.open(system), List.of(system.urls().tracking()), traffic -> {
            for (int round = 0; round < faults.rounds(); round++) {
                traffic.awaitFurther(FACTS_BETWEEN);
                faults.pause(1_000);
                broker.kill9();
                faults.pause(1_000);
                broker.start().awaitReady(READY_LIMIT);
                traffic.awaitFurther(FACTS_BETWEEN);
                broker.freeze();
                Eventually.pause(faults.freeze());
                broker.wake();
            }
        });
    }
}
