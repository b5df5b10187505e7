package app.backtrack.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.local.LocalSystem;
import app.backtrack.testkit.parts.Cable;
import app.backtrack.testkit.parts.ChildProcess;
import app.backtrack.testkit.parts.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** The store answers, and takes its time for it. */
@EndToEnd
@Tag("slow")
class SlowStoreIT {
    /** 0.3 s for each question to the store; a read asks several. */
    private static final Duration ONE_WAY = Duration.ofMillis(150);

    private static final Duration PROMISED = Duration.ofSeconds(2);
    private static final Duration READY_LIMIT = Duration.ofSeconds(60);
    private static final int FACTS = 60;

    private final LocalSystem system;
    private final Faults faults = Faults.asked();
    private final int port = Ports.free(1).getFirst();
    private final URI slow = URI.create("http://127.0.0.1:" + port);

    SlowStoreIT(LocalSystem system) {
        this.system = system;
    }

    @Test
    void with_a_slow_store_facts_are_taken_as_fast_and_what_is_shown_is_never_wrong(TestReporter reporter)
            throws InterruptedException, IOException {
        faults.tell(reporter);
        Clinic clinic = Clinic.open(system);
        Patient patient = clinic.enrol();
        int deadLetters = new LogBook(system).deadLetters();
        ChildProcess near = system.process("tracking-service");
        List<Fact> sent = new ArrayList<>();
        try (Cable cable = new Cable(Ports.free(1).getFirst());
                ChildProcess far = startFar(cable)) {
            near.stop(); // So that every partition lies with the one whose store is slow.
            List<String> members = members();
            faults.whileFactsFlow(clinic, List.of(slow), traffic -> {
                for (int round = 0; round < faults.rounds(); round++) {
                    cable.delay(ONE_WAY);
                    for (int day = 0; day < 5; day++) {
                        sent.add(sendQuickly(
                                patient, Fact.score(2 * day, Fact.today().minusDays(day))));
                        assertNothingWrong(patient, sent);
                    }
                    traffic.awaitFurther(FACTS);
                    assertThat(members()).isEqualTo(members);
                    Health.assertAlive(slow);
                    cable.delay(Duration.ZERO);
                    traffic.awaitFurther(FACTS);
                }
                near.start().awaitReady(READY_LIMIT);
            });
            far.stop();
        }

        Eventually.holds(
                () -> assertThat(PlainProgress.shown(patient.progress(4))).isEqualTo(PlainProgress.of(sent)));
        assertThat(patient.timeline()).hasSize(sent.size());
        assertThat(new LogBook(system).deadLetters()).isEqualTo(deadLetters);
    }

    /** Another tracking-service, with a store at the end of a cable. */
    private ChildProcess startFar(Cable cable) throws IOException {
        String store = system.addresses().mongodb();
        cable.plugIn(store.substring("mongodb://".length()));
        return system.startAnother(
                "tracking-service", port, Map.of("MONGODB_URI", "mongodb://127.0.0.1:" + cable.port()));
    }

    /** The store is not on a fact's way, so what is promised of it holds. */
    private Fact sendQuickly(Patient patient, Fact fact) {
        Eventually.get(() -> {
            Answer answer = patient.send(fact, slow).is(202);
            assertThat(answer.took()).isLessThan(PROMISED);
            return answer;
        });
        return fact;
    }

    /** Late, refused, or a part of what was sent; never anything else. */
    private void assertNothingWrong(Patient patient, List<Fact> sent) {
        try {
            Answer answer = Api.get(
                    slow.resolve("/v1/patients/" + patient.id() + "/progress?weeks=4"),
                    patient.clinic().therapistToken());
            if (answer.is(200, 503).status() == 200) {
                assertThat(PlainProgress.of(sent).days())
                        .containsAllEntriesOf(PlainProgress.shown(answer.json()).days());
            }
        } catch (UncheckedIOException late) {
            assertThat(late).hasMessageContaining("was not answered");
        }
    }

    /** Who reads the patients' topics for tracking-service, by the name that a member gets when it joins. */
    private List<String> members() {
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", system.addresses().kafka()))) {
            return Eventually.get(() -> {
                List<String> found = members(admin);
                assertThat(found).hasSize(1);
                return found;
            });
        }
    }

    private static List<String> members(Admin admin) {
        try {
            return admin.describeConsumerGroups(List.of("tracking-service")).all().get().values().stream()
                    .flatMap(group -> group.members().stream())
                    .map(MemberDescription::consumerId)
                    .toList();
        } catch (ExecutionException e) {
            throw new AssertionError("the broker does not say who is in a group", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the broker was asked", e);
        }
    }
}
