package app.backtrack.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.local.LocalSystem;
import app.backtrack.local.endtoend.Traffic.Logged;
import app.backtrack.testkit.parts.ChildProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** Services are killed with SIGKILL while facts flow. */
@EndToEnd
class KilledServicesIT {
    private static final Duration READY_LIMIT = Duration.ofSeconds(60);

    /** A mail whose sender was killed is free again when its claim runs out after 60 s. */
    private static final Duration MAIL_LIMIT = Duration.ofSeconds(100);

    private final LocalSystem system;
    private final Faults faults = Faults.asked();

    KilledServicesIT(LocalSystem system) {
        this.system = system;
    }

    @Test
    void what_was_acknowledged_is_there_exactly_once_after_kills_at_random_points(TestReporter reporter)
            throws InterruptedException {
        faults.tell(reporter);
        Clinic clinic = Clinic.open(system);
        // One more than asked for, so that every build kills a service that was killed before.
        int rounds = 1 + faults.rounds();
        List<Logged> ledger =
                faults.whileFactsFlow(clinic, List.of(system.urls().tracking()), traffic -> {
                    for (int round = 0; round < rounds; round++) {
                        killEachOnce();
                    }
                });
        assertThat(ledger).as("seed %d", faults.seed()).hasSizeGreaterThan(rounds);
        clinic.assertMailed(Logged.patients(ledger), "red-flag", MAIL_LIMIT);
    }

    private void killEachOnce() {
        Random random = faults.random();
        List<String> victims = new ArrayList<>(WholeSystem.SERVICES);
        Collections.shuffle(victims, random);
        for (String victim : victims) {
            ChildProcess service = system.process(victim);
            Eventually.pause(Duration.ofMillis(300 + random.nextInt(2_000)));
            service.kill9();
            Eventually.pause(Duration.ofMillis(random.nextInt(500)));
            service.start().awaitReady(READY_LIMIT);
        }
    }
}
