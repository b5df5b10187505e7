package app.backtrack.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.local.LocalSystem;
import app.backtrack.local.endtoend.HookReceiver.Manner;
import app.backtrack.testkit.parts.ChildProcess;
import app.backtrack.testkit.parts.Ports;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** Two of a clinic's three receivers of webhooks take every call and answer none: one says nothing, one dribbles. */
@EndToEnd
@Tag("slow")
class HangingReceiverIT {
    private static final Duration READY_LIMIT = Duration.ofSeconds(60);

    /** More than hang at once, so that the last of them finds every lane of the two taken. */
    private static final int ALERTS = 12;

    private final LocalSystem system;
    private final Faults faults = Faults.asked();
    private final int port = Ports.free(1).getFirst();
    private final URI hooks = URI.create("http://127.0.0.1:" + port);

    HangingReceiverIT(LocalSystem system) {
        this.system = system;
    }

    @Test
    void receivers_that_hang_or_dribble_keep_nothing_from_another_of_their_clinic(TestReporter reporter)
            throws IOException {
        faults.tell(reporter);
        Clinic clinic = Clinic.open(system);
        ChildProcess usual = system.process("notification-service");
        usual.stop();
        // Here the receivers are on this machine, and give up is sooner than after 15 s.
        Map<String, String> settings =
                Map.of("BACKTRACK_OUTBOUND_LOOPBACK_ALLOWED", "true", "BACKTRACK_OUTBOUND_DEADLINE", "PT4S");
        try (HookReceiver quick = new HookReceiver(Manner.QUICKLY);
                HookReceiver mute = new HookReceiver(Manner.NEVER);
                HookReceiver dribbling = new HookReceiver(Manner.DRIBBLING);
                ChildProcess calling = system.startAnother("notification-service", port, settings)) {
            URI toMute = endpoint(clinic, mute);
            URI toDribbling = endpoint(clinic, dribbling);
            URI toQuick = endpoint(clinic, quick);
            List<Patient> patients = new ArrayList<>();
            for (int alert = 0; alert < ALERTS * faults.rounds(); alert++) {
                Patient patient = clinic.enrol();
                Eventually.get(() -> patient.send(Fact.screen(Fact.today(), "fever-or-feeling-ill"))
                        .is(202));
                patients.add(patient);
            }

            Eventually.holds(() -> assertThat(quick.ids()).hasSize(patients.size()));
            assertThat(quick.ids()).doesNotHaveDuplicates();
            Eventually.holds(() -> assertThat(messages(clinic, toQuick))
                    .hasSize(patients.size())
                    .allSatisfy(message ->
                            assertThat(message.path("state").asText()).isEqualTo("sent")));
            assertTimesOut(clinic, toMute);
            assertTimesOut(clinic, toDribbling);
            assertThat(mute.ids()).isNotEmpty();
            assertThat(dribbling.ids()).isNotEmpty();
            assertThat(quick.ids()).hasSize(patients.size());
            calling.stop();
        }
        usual.start().awaitReady(READY_LIMIT);
    }

    private URI endpoint(Clinic clinic, HookReceiver receiver) {
        URI endpoint = hooks.resolve("/v1/webhook-endpoints/" + UUID.randomUUID());
        Api.put(endpoint, clinic.adminToken(), Map.of("url", receiver.url(), "types", List.of("alert.raised")))
                .is(201);
        return endpoint;
    }

    /** Nothing was lost: what timed out waits for its next attempt. */
    private static void assertTimesOut(Clinic clinic, URI endpoint) {
        Eventually.holds(() -> assertThat(messages(clinic, endpoint)).anySatisfy(message -> {
            assertThat(message.at("/attempts/0/error").asText()).isEqualTo("timed-out");
            assertThat(message.path("nextAttemptAt").asText()).isNotEmpty();
        }));
        assertThat(messages(clinic, endpoint))
                .allSatisfy(
                        message -> assertThat(message.path("state").asText()).isIn("waiting", "claimed"));
    }

    private static List<JsonNode> messages(Clinic clinic, URI endpoint) {
        List<JsonNode> messages = new ArrayList<>();
        Api.get(URI.create(endpoint + "/messages?limit=200"), clinic.adminToken())
                .is(200)
                .json()
                .path("messages")
                .forEach(messages::add);
        return messages;
    }
}
