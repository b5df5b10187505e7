package app.backtrack.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.local.LocalSystem;
import app.backtrack.local.endtoend.Traffic.Logged;
import app.backtrack.testkit.parts.ChildProcess;
import app.backtrack.testkit.parts.Ports;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One of two tracking-services stops in the middle of its work, and goes on with it when the other has taken over. */
@EndToEnd
class FrozenServiceIT {
    private static final long SEED = 7;
    private static final Duration TAKEN_OVER_WITHIN = Duration.ofSeconds(30);

    private final LocalSystem system;

    FrozenServiceIT(LocalSystem system) {
        this.system = system;
    }

    @Test
    void a_frozen_and_woken_service_overwrites_nothing() throws InterruptedException {
        Clinic clinic = Clinic.open(system);
        ChildProcess frozen = system.process("tracking-service");
        int port = Ports.free(1).getFirst();
        URI other = URI.create("http://127.0.0.1:" + port);
        List<Logged> ledger;
        try (ChildProcess second = system.startAnother("tracking-service", port);
                Traffic traffic = Traffic.start(clinic, List.of(system.urls().tracking(), other), SEED)) {
            Eventually.pause(Duration.ofSeconds(2));
            frozen.freeze();
            assertTakesOver(clinic, other);
            frozen.wake();
            Eventually.pause(Duration.ofSeconds(2));
            ledger = traffic.end();
            second.stop();
        }

        assertThat(ledger).hasSizeGreaterThan(1);
        ledger.forEach(logged -> Eventually.holds(logged::assertKept));
    }

    /** Patients of all partitions, so that some lie where the frozen one worked. */
    private static void assertTakesOver(Clinic clinic, URI other) {
        for (int i = 0; i < 12; i++) {
            Patient patient = clinic.enrol();
            String position =
                    patient.send(Fact.score(4, Fact.today()), other).is(202).header("Backtrack-Position");
            URI progress = other.resolve("/v1/patients/" + patient.id() + "/progress?weeks=4&after=" + position);
            Eventually.holdsWithin(
                    TAKEN_OVER_WITHIN,
                    () -> assertThat(Api.get(progress, clinic.token()).is(200).header("Backtrack-Applied"))
                            .isEqualTo("true"));
        }
    }
}
