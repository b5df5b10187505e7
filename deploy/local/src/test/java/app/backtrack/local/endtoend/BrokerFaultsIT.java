package app.backtrack.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.local.LocalSystem;
import app.backtrack.local.endtoend.Traffic.Logged;
import app.backtrack.testkit.parts.ChildProcess;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** The broker is killed and started again, and frozen and woken, while facts flow. */
@EndToEnd
class BrokerFaultsIT {
    private static final Duration READY_LIMIT = Duration.ofSeconds(60);

    private final LocalSystem system;
    private final Faults faults = Faults.asked();

    BrokerFaultsIT(LocalSystem system) {
        this.system = system;
    }

    @Test
    void what_was_acknowledged_is_there_exactly_once(TestReporter reporter) throws InterruptedException {
        faults.tell(reporter);
        ChildProcess broker = system.process("kafka");
        List<Logged> ledger;
        try (Traffic traffic =
                Traffic.start(Clinic.open(system), List.of(system.urls().tracking()), faults.seed())) {
            for (int round = 0; round < faults.rounds(); round++) {
                traffic.awaitFacts(40 * (2 * round + 1));
                faults.pause(1_000);
                broker.kill9();
                faults.pause(1_000);
                broker.start().awaitReady(READY_LIMIT);
                traffic.awaitFacts(40 * (2 * round + 2));
                broker.freeze();
                Eventually.pause(faults.freeze());
                broker.wake();
            }
            ledger = traffic.end();
        }

        assertThat(ledger).as("seed %d", faults.seed()).isNotEmpty();
        ledger.forEach(logged -> Eventually.holds(logged::assertKept));
    }
}
