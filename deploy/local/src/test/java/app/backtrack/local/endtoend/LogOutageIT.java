package app.backtrack.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.local.LocalSystem;
import app.backtrack.testkit.parts.Account;
import app.backtrack.testkit.parts.ChildProcess;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@EndToEnd
class LogOutageIT {
    private static final Duration PROMISED = Duration.ofSeconds(2);
    private static final Duration READY_LIMIT = Duration.ofSeconds(60);

    private final LocalSystem system;
    private final Clinic clinic;

    LogOutageIT(LocalSystem system) {
        this.system = system;
        this.clinic = Clinic.open(system);
    }

    @Test
    void without_the_log_the_intake_says_503_within_2_s_and_recovers_by_itself() {
        Patient patient = clinic.enrol();
        List<Fact> facts = Fact.scores(6);
        patient.send(facts.getFirst()).is(202);
        ChildProcess kafka = system.process("kafka");

        kafka.stop();
        for (Fact fact : facts) {
            patient.send(fact).isOutage();
        }
        assertItemsMayBeTriedAgain(patient, facts);
        assertOnlyPatientsSeeTheirData(patient);
        Health.assertDown(system.urls().tracking(), "log");
        Health.assertAlive(system.urls().tracking());
        Patient enrolledMeanwhile = clinic.enrol();
        kafka.start().awaitReady(READY_LIMIT);

        facts.forEach(patient::sendUntilTaken);
        patient.awaitExactly(facts);
        enrolledMeanwhile.sendUntilTaken(facts.getFirst());
        for (URI service : Health.all(system)) {
            Health.assertReady(service);
        }
    }

    /** What cannot be noted is not shown; what patients see of themselves need not be noted. */
    private void assertOnlyPatientsSeeTheirData(Patient patient) {
        String self = system.token(Account.patient(clinic.id(), patient.id().toString()));
        for (URI asked : List.of(patient.tracked("progress"), patient.record())) {
            for (String reader : List.of(clinic.token(), clinic.therapistToken(), clinic.adminToken())) {
                Answer refused = Api.get(asked, reader).isOutage();
                assertThat(refused.text()).doesNotContain("score", "Somebody of");
            }
            Api.get(asked, self).is(200);
        }
    }

    private void assertItemsMayBeTriedAgain(Patient patient, List<Fact> facts) {
        List<Map<String, Object>> items =
                facts.stream().map(fact -> fact.item(patient.id())).toList();
        Answer answer = Api.post(system.urls().tracking().resolve("/v1/journal"), clinic.token(), items)
                .is(200);

        assertThat(answer.took()).isLessThan(PROMISED);
        assertThat(answer.json()).hasSize(facts.size());
        for (JsonNode result : answer.json()) {
            assertThat(result.path("status").asText()).isEqualTo("refused");
            assertThat(result.path("retry").asBoolean()).isTrue();
            assertThat(result.at("/problem/status").asInt()).isEqualTo(503);
        }
    }
}
