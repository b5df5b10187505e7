package app.backtrack.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.local.LocalSystem;
import app.backtrack.local.endtoend.Traffic.Logged;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** Offsets are moved back, so all records are delivered again; and what is eight weeks old arrives among them. */
@EndToEnd
class RepeatedDeliveryIT {
    private static final List<String> GROUPS = List.of("tracking-service", "notification-service");

    private final LocalSystem system;
    private final Faults faults = Faults.asked();

    RepeatedDeliveryIT(LocalSystem system) {
        this.system = system;
    }

    @Test
    void everything_read_twice_counts_once_and_nobody_is_told_again(TestReporter reporter) throws Exception {
        faults.tell(reporter);
        Clinic clinic = Clinic.open(system);
        List<Logged> ledger =
                faults.whileFactsFlow(clinic, List.of(system.urls().tracking()), traffic -> traffic.awaitFurther(60));
        clinic.assertToldOnce(Logged.patients(ledger), "red-flag");

        GROUPS.forEach(group -> system.process(group).stop());
        moveBack();
        GROUPS.forEach(group -> system.process(group).restart());
        LocalDate longAgo = Fact.today().minusWeeks(8);
        for (Logged logged : ledger) {
            String position = logged.patient().sendAll(List.of(Fact.habit(longAgo), Fact.score(4, longAgo)));
            assertThat(logged.patient().progressAfter(position, 12).toString()).contains(longAgo.toString());
        }

        ledger.forEach(logged -> Eventually.holds(() -> assertCountsOnce(logged)));
        clinic.assertToldOnce(Logged.patients(ledger), "red-flag");
    }

    /** The two late facts stand on the timeline too. */
    private static void assertCountsOnce(Logged logged) {
        assertThat(PlainProgress.shown(logged.patient().progress(4))).isEqualTo(PlainProgress.of(logged.facts()));
        assertThat(logged.patient().timeline()).hasSize(logged.facts().size() + 2);
    }

    private void moveBack() throws Exception {
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", system.addresses().kafka()))) {
            for (String group : GROUPS) {
                Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(group)
                        .partitionsToOffsetAndMetadata()
                        .get();
                assertThat(committed).isNotEmpty();
                admin.alterConsumerGroupOffsets(
                                group,
                                committed.keySet().stream()
                                        .collect(Collectors.toMap(
                                                partition -> partition, partition -> new OffsetAndMetadata(0))))
                        .all()
                        .get();
            }
        }
    }
}
