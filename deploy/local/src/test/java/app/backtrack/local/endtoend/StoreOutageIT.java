package app.backtrack.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.local.LocalSystem;
import app.backtrack.testkit.parts.ChildProcess;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

@EndToEnd
class StoreOutageIT {
    private static final Duration READY_LIMIT = Duration.ofSeconds(60);

    private final LocalSystem system;
    private final Clinic clinic;

    StoreOutageIT(LocalSystem system) {
        this.system = system;
        this.clinic = Clinic.open(system);
    }

    @Test
    void without_the_store_the_intake_goes_on_and_progress_catches_up() {
        List<Fact> facts = new ArrayList<>(IntStream.range(0, 20)
                .mapToObj(ago -> Fact.score(ago % 11, Fact.today().minusDays(ago)))
                .toList());
        facts.add(Fact.session(Fact.today()));
        facts.add(Fact.screen(Fact.today(), "constant-night-pain"));
        ChildProcess store = system.process("store");
        int deadLetters = new LogBook(system).deadLetters();
        Patient enrolledJustNow = clinic.enrol();

        store.stop();
        enrolledJustNow.sendAll(facts);
        Api.get(enrolledJustNow.tracked("progress"), clinic.token()).isProblem(503);
        Api.put(new Patient(clinic, enrolledJustNow.id()).record(), clinic.token(), clinic.enrolment())
                .isProblem(503);
        for (URI service : Health.all(system)) {
            Health.assertDown(service, "store");
            Health.assertAlive(service);
        }
        store.start().awaitReady(READY_LIMIT);

        Eventually.holds(() ->
                assertThat(PlainProgress.shown(enrolledJustNow.progress(4))).isEqualTo(PlainProgress.of(facts)));
        clinic.entryWithSentMail(enrolledJustNow, "red-flag", READY_LIMIT);
        assertThat(enrolledJustNow.timeline()).hasSize(facts.size());
        assertThat(new LogBook(system).deadLetters()).isEqualTo(deadLetters);
        for (URI service : Health.all(system)) {
            Health.assertReady(service);
        }
    }

    @Test
    void a_store_that_stands_still_and_wakes_up_has_every_fact_once(TestReporter reporter) throws InterruptedException {
        Faults faults = Faults.asked();
        faults.tell(reporter);
        ChildProcess store = system.process("store");
        faults.whileFactsFlow(clinic, List.of(system.urls().tracking()), traffic -> {
            for (int round = 0; round < faults.rounds(); round++) {
                traffic.awaitFurther(40);
                store.freeze();
                Eventually.pause(faults.freeze());
                store.wake();
            }
        });
    }
}
