package app.backtrack.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.local.LocalSystem;
import app.backtrack.local.endtoend.HookReceiver.Manner;
import app.backtrack.testkit.parts.ChildProcess;
import app.backtrack.testkit.parts.Ports;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** The only notification-service ends, as by SIGKILL, before and after it sends a webhook. */
@EndToEnd
@Tag("slow")
class HookCrashIT {
    private static final Duration READY_LIMIT = Duration.ofSeconds(60);
    private static final Duration CRASH_LIMIT = Duration.ofSeconds(90);

    /** A webhook whose sender was killed is free again when its claim runs out after 60 s. */
    private static final Duration CLAIM_LIMIT = Duration.ofSeconds(100);

    private static final int KILLED = 137;

    private final LocalSystem system;
    private final Faults faults = Faults.asked();
    private final int port = Ports.free(1).getFirst();
    private final URI hooks = URI.create("http://127.0.0.1:" + port);

    HookCrashIT(LocalSystem system) {
        this.system = system;
    }

    @Test
    void a_webhook_is_lost_by_no_crash_and_repeated_once_at_most_under_its_id(TestReporter reporter)
            throws IOException, InterruptedException {
        faults.tell(reporter);
        ChildProcess usual = system.process("notification-service");
        usual.stop();
        for (String point : List.of("hook-claimed", "hook-sent")) {
            reporter.publishEntry("crash", point);
            crashAt(point, point.equals("hook-sent") ? 2 : 1);
        }
        usual.start().awaitReady(READY_LIMIT);
    }

    private void crashAt(String point, int calls) throws IOException, InterruptedException {
        try (HookReceiver receiver = new HookReceiver(Manner.QUICKLY)) {
            try (ChildProcess doomed = system.startAnother("notification-service", port, settings(point))) {
                Clinic clinic = Clinic.open(system, hooks);
                URI endpoint = hooks.resolve("/v1/webhook-endpoints/" + UUID.randomUUID());
                Map<String, Object> asked = Map.of("url", receiver.url(), "types", List.of("alert.raised"));
                Api.put(endpoint, clinic.adminToken(), asked).is(201);
                Patient patient = clinic.enrol();
                Eventually.get(() -> patient.send(Fact.screen(Fact.today(), "fever-or-feeling-ill"))
                        .is(202));
                assertThat(doomed.awaitExit(CRASH_LIMIT)).as(point).isEqualTo(KILLED);
            }
            assertThat(receiver.ids()).as(point).hasSize(calls - 1);
            try (ChildProcess next = system.startAnother("notification-service", port, settings(""))) {
                Eventually.holdsWithin(
                        CLAIM_LIMIT, () -> assertThat(receiver.ids()).as(point).hasSize(calls));
                next.stop();
            }
            assertThat(receiver.ids()).as(point).hasSize(calls);
            assertThat(Set.copyOf(receiver.ids())).as(point).hasSize(1);
        }
    }

    /** The receiver is on this machine. */
    private static Map<String, String> settings(String crashAt) {
        Map<String, String> settings = new HashMap<>(Map.of("BACKTRACK_OUTBOUND_LOOPBACK_ALLOWED", "true"));
        if (!crashAt.isEmpty()) {
            settings.put("BACKTRACK_FAULTS_CRASH_AT", crashAt);
        }
        return settings;
    }
}
