package app.backtrack.local.endtoend;

import app.backtrack.events.Topic;
import app.backtrack.local.LocalSystem;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** The broker's disk fills up while facts flow, and has space again. */
@EndToEnd
@Tag("slow")
class DiskFullIT {
    private static final int FACTS_BETWEEN = 20;
    private static final int MOST_ROOM_BYTES = 32 * 1024;

    @TempDir
    static Path folder;

    private static SmallDisk broker;
    private static LocalSystem system;

    private final Faults faults = Faults.asked();

    @BeforeAll
    static void start() {
        broker = SmallDisk.start(folder);
        system = LocalSystem.isolated(Map.of("KAFKA_BOOTSTRAP_SERVERS", broker.address()), Map.of());
        broker.fill(Topic.PAIN_EVENTS.topicName());
    }

    @AfterAll
    static void stop() {
        Started.end(system, broker);
    }

    @Test
    void the_intake_says_503_and_what_was_acknowledged_is_there_exactly_once_when_there_is_space_again(
            TestReporter reporter) throws InterruptedException {
        faults.tell(reporter);
        Clinic clinic = Clinic.open(system);
        faults.whileFactsFlow(clinic, List.of(system.urls().tracking()), traffic -> {
            for (int round = 0; round < faults.rounds(); round++) {
                traffic.awaitFurther(FACTS_BETWEEN);
                Patient patient = clinic.enrol();
                List<Fact> facts = Fact.scores(2);
                patient.sendUntilTaken(facts.getFirst());
                broker.restartWithRoom(faults.random().nextInt(MOST_ROOM_BYTES));
                broker.awaitFull();

                patient.send(facts.getLast()).isOutage();
                Health.assertDown(system.urls().tracking(), "log");
                Health.assertAlive(system.urls().tracking());
                broker.restartWithSpace();

                patient.sendUntilTaken(facts.getLast());
                patient.awaitExactly(facts);
                traffic.awaitFurther(FACTS_BETWEEN);
            }
        });
        Health.all(system).forEach(Health::assertReady);
    }
}
