package app.backtrack.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.events.Topic;
import app.backtrack.local.LocalSystem;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/**
 * Of three brokers one is killed, leaders move, and two are killed, while facts flow. Every build has one broker that
 * is killed ({@link BrokerFaultsIT}).
 */
@EndToEnd
@Tag("slow")
class SeveralBrokersIT {
    private static final int FACTS_BETWEEN = 20;

    @TempDir
    static Path folder;

    private static Brokers brokers;
    private static Cluster cluster;
    private static LocalSystem system;

    private final Faults faults = Faults.asked();

    @BeforeAll
    static void start() throws IOException {
        brokers = Brokers.start(folder);
        cluster = new Cluster(brokers);
        system = LocalSystem.isolated(Map.of("KAFKA_BOOTSTRAP_SERVERS", brokers.addresses()), Map.of());
    }

    @AfterAll
    static void stop() {
        Started.end(system, cluster, brokers);
    }

    @Test
    void every_topic_of_ours_lies_on_three_brokers_and_an_acknowledgement_needs_two() {
        assertThat(cluster.replicas())
                .containsKeys("clock-checks", "pain-events", "pain-events.dead-letter")
                .allSatisfy((topic, replicas) -> assertThat(replicas).as(topic).isEqualTo(3));
        assertThat(cluster.replicasNeeded())
                .allSatisfy((topic, needed) -> assertThat(needed).as(topic).isEqualTo("2"));
    }

    @Test
    void facts_flow_on_when_each_is_killed_in_turn_also_as_leader_controller_or_coordinator(TestReporter reporter)
            throws InterruptedException {
        faults.tell(reporter);
        whileFactsFlow(traffic -> {
            for (int round = 0; round < faults.rounds(); round++) {
                List<IntSupplier> victims = new ArrayList<>(
                        List.of(this::someLeader, cluster::controller, () -> cluster.coordinator("tracking-service")));
                brokers.ids().forEach(id -> victims.add(() -> id));
                Collections.shuffle(victims, faults.random());
                for (IntSupplier victim : victims) {
                    killOne(traffic, victim);
                }
            }
        });
    }

    @Test
    void facts_flow_on_while_all_leaders_move_again_and_again(TestReporter reporter) throws InterruptedException {
        faults.tell(reporter);
        whileFactsFlow(traffic -> {
            for (int round = 0; round < 3 * faults.rounds(); round++) {
                traffic.awaitFurther(FACTS_BETWEEN);
                faults.pause(500);
                cluster.moveLeaders();
            }
        });
    }

    @Test
    void with_two_of_three_killed_the_intake_says_503_and_all_goes_on_when_they_are_back(TestReporter reporter)
            throws InterruptedException {
        faults.tell(reporter);
        whileFactsFlow(traffic -> {
            for (int round = 0; round < faults.rounds(); round++) {
                int left =
                        brokers.ids().get(faults.random().nextInt(brokers.ids().size()));
                // It goes on answering all readers, so that these see nothing wrong.
                cluster.makeLeader(left);
                traffic.awaitFurther(FACTS_BETWEEN);
                faults.pause(1_000);
                killAllBut(left, traffic);
            }
        });
    }

    private void whileFactsFlow(Faults.Disturbance disturbance) throws InterruptedException {
        cluster.awaitInSync(brokers.ids().size());
        faults.whileFactsFlow(Clinic.open(system), List.of(system.urls().tracking()), disturbance);
        Health.all(system).forEach(Health::assertReady);
    }

    private void killOne(Traffic traffic, IntSupplier victim) {
        traffic.awaitFurther(FACTS_BETWEEN);
        faults.pause(1_000);
        int id = victim.getAsInt();
        brokers.kill9(id);
        traffic.awaitFurther(FACTS_BETWEEN);
        brokers.start(List.of(id));
        cluster.awaitInSync(brokers.ids().size());
    }

    private void killAllBut(int left, Traffic traffic) {
        Patient patient = Clinic.open(system).enrol();
        List<Fact> facts = Fact.scores(6);
        patient.sendUntilTaken(facts.getFirst());
        List<Integer> killed = brokers.ids().stream().filter(id -> id != left).toList();
        killed.forEach(brokers::kill9);

        facts.forEach(fact -> patient.send(fact).isOutage());
        Patient enrolledMeanwhile = patient.clinic().enrol();
        enrolledMeanwhile.send(facts.getFirst()).isOutage();
        for (URI service : Health.all(system)) {
            Health.assertDown(service, "log");
            Health.assertAlive(service);
        }
        brokers.start(killed);

        facts.forEach(patient::sendUntilTaken);
        patient.awaitExactly(facts);
        enrolledMeanwhile.sendUntilTaken(facts.getFirst());
        traffic.awaitFurther(FACTS_BETWEEN);
        cluster.awaitInSync(brokers.ids().size());
    }

    private int someLeader() {
        int partitions = 6;
        return cluster.leader(new TopicPartition(
                Topic.PAIN_EVENTS.topicName(), faults.random().nextInt(partitions)));
    }
}
