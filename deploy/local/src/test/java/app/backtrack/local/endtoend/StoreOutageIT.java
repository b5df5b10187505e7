package app.backtrack.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.local.LocalSystem;
import app.backtrack.testkit.parts.ChildProcess;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

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
        int deadLetters = deadLetters();
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
        assertThat(deadLetters()).isEqualTo(deadLetters);
        for (URI service : Health.all(system)) {
            Health.assertReady(service);
        }
    }

    private int deadLetters() {
        LogBook log = new LogBook(system);
        Set<String> topics = log.topics().stream()
                .filter(topic -> topic.endsWith(".dead-letter"))
                .collect(Collectors.toSet());
        assertThat(topics).isNotEmpty();
        return log.read(topics).size();
    }
}
