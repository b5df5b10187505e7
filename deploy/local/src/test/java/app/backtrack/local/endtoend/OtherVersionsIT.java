package app.backtrack.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.local.LocalSystem;
import app.backtrack.testkit.parts.ChildProcess;
import app.backtrack.testkit.parts.Ports;
import app.backtrack.testkit.parts.ProjectRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Services of neighbouring versions meet in the log. */
@EndToEnd
class OtherVersionsIT {
    private final LocalSystem system;
    private final LogBook log;
    private final OtherVersion producer;
    private final Clinic clinic;

    @TempDir
    Path folder;

    OtherVersionsIT(LocalSystem system) {
        this.system = system;
        this.log = new LogBook(system);
        this.producer = new OtherVersion(system);
        this.clinic = Clinic.open(system);
    }

    @Test
    void what_a_newer_producer_adds_is_passed_over_and_what_is_new_in_kind_waits_as_a_dead_letter() {
        Patient patient = clinic.enrolWithProgram(Fact.today());
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();

        producer.write("pain-events", patient, "pain-score-recorded.v1", eventId(first), score(first, 7));
        producer.write("pain-events", patient, "pain-score-recorded.v2", eventId(second), score(second, 3));
        producer.write("pain-events", patient, "mood-recorded.v1", "mood/" + second + "/1", "{\"mood\":4}");
        Fact behind = Fact.screen(Fact.today());
        patient.send(behind).is(202);

        Letters letters = new Letters(log, "pain-events");
        letters.await(patient, 2);
        assertThat(letters.reasons(patient)).containsExactly("UNKNOWN_TYPE", "UNKNOWN_TYPE");
        Eventually.holds(() -> assertThat(patient.timeline().stream()
                        .map(entry -> entry.path("id").asText()))
                .containsExactlyInAnyOrder(first.toString(), behind.id().toString()));
        assertThat(patient.progress(4).at("/days/0/pain").asDouble()).isEqualTo(7);
    }

    @Test
    void a_producer_one_version_behind_is_understood() throws IOException {
        Patient patient = clinic.enrol();
        UUID program = UUID.randomUUID();
        String golden = "event-contracts/src/test/resources/golden/program-prescribed.v1/minimal.json";
        String json = Files.readString(ProjectRoot.find().resolve(golden))
                .replaceAll("\"programId\": \"[^\"]*\"", "\"programId\": \"" + program + "\"")
                .replaceAll("\"2026-..-..\"", "\"" + Fact.today() + "\"");

        producer.write("program-events", patient, "program-prescribed.v1", "program/" + program + "/1", json);

        Eventually.holds(
                () -> assertThat(patient.progress(4).at("/program/programId").asText())
                        .isEqualTo(program.toString()));
    }

    @Test
    void what_an_older_consumer_could_not_read_counts_after_its_upgrade_and_a_replay() {
        Path former = FormerBuild.of(
                "tracking-service",
                Map.of("program-prescribed.v2", "program-prescribed.v0", "flare-declared.v1", "flare-declared.v0"),
                folder);
        Patient patient = clinic.enrol();
        UUID program = UUID.randomUUID();
        UUID flare = UUID.randomUUID();
        ChildProcess service = system.process("tracking-service");
        List<String> parked = new ArrayList<>();

        service.stop();
        try (ChildProcess older =
                system.startAnother(former, "tracking-service", Ports.free(1).getFirst())) {
            Api.put(patient.program(program), clinic.token(), Clinic.prescription(Fact.today()))
                    .is(201);
            producer.write("pain-events", patient, "flare-declared.v1", "flare/" + flare + "/1", flare(flare));
            parked.addAll(new Letters(log, "program-events").await(patient, 1));
            parked.addAll(new Letters(log, "pain-events").await(patient, 1));
            older.stop();
        }
        service.restart();
        assertThat(patient.timeline()).isEmpty();
        Tool.run(system, "dead-letters", "replay", parked.getFirst(), parked.getLast())
                .succeeds();

        Eventually.holds(() -> assertThat(patient.timeline())
                .extracting(entry -> entry.path("id").asText())
                .containsExactly(flare.toString()));
        Eventually.holds(
                () -> assertThat(patient.progress(4).at("/program/programId").asText())
                        .isEqualTo(program.toString()));
    }

    private static String eventId(UUID score) {
        return "pain-score/" + score + "/1";
    }

    private static String score(UUID id, int points) {
        return "{\"sleptHours\":6.5,\"context\":\"average-24h\",\"score\":" + points + ",\"id\":\"" + id + when() + "}";
    }

    private static String flare(UUID id) {
        return "{\"affectsMood\":false,\"hardToTolerate\":true,\"limitsActivities\":true,\"id\":\"" + id + when() + "}";
    }

    private static String when() {
        LocalDate yesterday = Fact.today().minusDays(1);
        return "\",\"localDate\":\"" + yesterday + "\",\"occurredAt\":\"" + yesterday
                + "T10:30:00Z\",\"revision\":1,\"zone\":\"Europe/Berlin\"";
    }
}
