package app.backtrack.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.local.LocalSystem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An operator looks after records that could not be handled. */
@EndToEnd
class DeadLettersIT {
    private static final String TOPIC = "pain-events";
    private static final LocalDate YESTERDAY = Fact.today().minusDays(1);

    private final LocalSystem system;
    private final LogBook log;
    private final Letters letters;
    private final Patient patient;
    private final UUID score = UUID.randomUUID();
    private String letter = "";

    @TempDir
    Path folder;

    DeadLettersIT(LocalSystem system) {
        this.system = system;
        this.log = new LogBook(system);
        this.letters = new Letters(log, TOPIC);
        this.patient = Clinic.open(system).enrolWithProgram(Fact.today());
    }

    /** A score of 7 whose type is of no version. */
    @BeforeEach
    void a_letter() {
        new OtherVersion(system).write(TOPIC, patient, "pain-scored.v1", eventId(), data(7));
        letter = letters.await(patient, 1).getFirst();
    }

    @Test
    void they_are_listed_and_shown_without_what_is_in_them() {
        String list =
                Tool.start(system, "dead-letters", "list", letter).succeeds().text();
        String shown =
                Tool.run(system, "dead-letters", "show", letter).succeeds().text();

        assertThat(list).contains(letter, "UNKNOWN_TYPE", "tracking-service", " open ", "1 open, 0 handled");
        assertThat(shown)
                .contains(
                        "app.backtrack.pain-scored.v1", eventId(), patient.id().toString(), TOPIC + "/")
                .doesNotContain("average-24h");
    }

    @Test
    void what_is_in_one_is_shown_only_when_it_is_asked_for() throws IOException {
        Path file = folder.resolve("data.json");

        String opened = Tool.run(system, "dead-letters", "show", letter, "--open", "--data-to", file.toString())
                .succeeds()
                .text();

        assertThat(opened).contains(data(7));
        assertThat(file).hasContent(data(7));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void one_is_put_back_as_it_was_and_only_once() {
        String dryRun = Tool.run(system, "dead-letters", "replay", letter, "--dry-run")
                .succeeds()
                .text();
        assertThat(dryRun).contains(letter, "1 letters would be put back");
        assertThat(log.read(TOPIC, patient)).hasSize(1);

        assertThat(Tool.run(system, "dead-letters", "replay", letter).succeeds().text())
                .contains("1 records put back");
        assertThat(Tool.run(system, "dead-letters", "replay", letter).succeeds().text())
                .contains("0 records put back");

        List<ConsumerRecord<byte[], byte[]>> records = log.read(TOPIC, patient);
        assertThat(records).hasSize(2);
        assertThat(records.getLast().value()).isEqualTo(records.getFirst().value());
        assertThat(records.getLast().partition()).isEqualTo(records.getFirst().partition());
        assertThat(records.getLast().headers()).isEqualTo(records.getFirst().headers());
        assertThat(letters.await(patient, 2)).startsWith(letter);
        assertThat(Tool.run(system, "dead-letters", "list", letter, "--handled").text())
                .contains("replayed " + TOPIC, "0 open, 1 handled");
    }

    @Test
    void one_is_mended_and_then_counts() throws IOException {
        Path wrong = Files.writeString(folder.resolve("wrong.json"), data(11));
        Path right = Files.writeString(folder.resolve("right.json"), data(6));
        String type = OtherVersion.PREFIX + "pain-score-recorded.v1";

        Tool invalid = Tool.run(system, "dead-letters", "fix", letter, "--type", type, "--data", wrong.toString());
        Tool.run(system, "dead-letters", "fix", letter, "--type", type, "--data", right.toString())
                .succeeds();
        Tool again = Tool.run(system, "dead-letters", "fix", letter, "--type", type, "--data", right.toString());

        assertThat(invalid.status()).isEqualTo(1);
        assertThat(invalid.text()).contains("/score");
        assertThat(again.text()).contains("handled already");
        Eventually.holds(() ->
                assertThat(patient.progress(4).at("/days/0/pain").asDouble()).isEqualTo(6));
        ConsumerRecord<byte[], byte[]> mended = log.read(TOPIC, patient).getLast();
        ConsumerRecord<byte[], byte[]> bad = log.read(TOPIC, patient).getFirst();
        assertThat(new String(mended.headers().lastHeader("ce_causationid").value(), StandardCharsets.UTF_8))
                .isEqualTo("record/" + TOPIC + "/" + bad.partition() + "/" + bad.offset());
    }

    @Test
    void one_that_wants_nothing_is_dismissed() {
        Tool.run(system, "dead-letters", "dismiss", letter).succeeds();

        assertThat(Tool.run(system, "dead-letters", "replay", letter).succeeds().text())
                .contains("0 records put back");
    }

    @Test
    void misuse_and_unknown_letters_are_told_apart_by_the_exit_status() {
        assertThat(Tool.run(system, "dead-letters", "replay").status()).isEqualTo(2);
        assertThat(Tool.run(system, "dead-letters", "show", "pain-events").status())
                .isEqualTo(2);
        assertThat(Tool.run(system, "dead-letters", "show", TOPIC + "/0/99999999")
                        .status())
                .isEqualTo(1);
    }

    private String eventId() {
        return "pain-score/" + score + "/1";
    }

    private String data(int points) {
        return "{\"context\":\"average-24h\",\"id\":\"" + score + "\",\"localDate\":\"" + YESTERDAY
                + "\",\"occurredAt\":\"" + YESTERDAY + "T10:30:00Z\",\"revision\":1,\"score\":" + points
                + ",\"zone\":\"Europe/Berlin\"}";
    }
}
