package app.backtrack.tracking.reading;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.nullValue;

import app.backtrack.events.PatientRef;
import app.backtrack.runtime.log.EventPublisher;
import app.backtrack.testkit.quarkus.BackEndsResource;
import app.backtrack.tracking.Api;
import app.backtrack.tracking.TestClinic;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(value = BackEndsResource.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ProgressResourceIT {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Inject
    EventPublisher publisher;

    private TestClinic clinic;
    private PatientRef patient;
    private Api therapist;

    @BeforeEach
    void a_patient() {
        clinic = new TestClinic(publisher);
        patient = clinic.enrol();
        therapist = Api.as(clinic.therapist());
    }

    @Test
    void from_eight_to_one_or_two_in_ten_weeks_reads_improving_and_substantial() {
        LocalDate start = LocalDate.now(BERLIN).minusDays(69);
        UUID program = clinic.prescribe(patient, start);
        String facts = IntStream.range(0, 70)
                .mapToObj(day -> score(start.plusDays(day), Math.max(8 - day / 9, day % 2 + 1)))
                .collect(Collectors.joining(",", "[", "]"));
        String position = Api.as(clinic.system())
                .journal("application/json", facts)
                .statusCode(200)
                .extract()
                .header("Backtrack-Position");

        therapist
                .get(patient, "progress?weeks=10&after=" + position)
                .header("Backtrack-Applied", "true")
                .body("verdict", equalTo("improving"))
                .body("daysNeeded", nullValue())
                .body("scoredDays", equalTo(70))
                .body("blocks.reliability", hasItem("reliable"))
                .body("blocks", hasSize(10))
                .body("program.programId", equalTo(program.toString()))
                .body("changes.programChange.relief", equalTo("substantial"))
                .body("changes.programChange.percent", lessThanOrEqualTo(-50.0f));
    }

    @Test
    void a_correction_moves_a_score_to_another_week_and_as_of_shows_it_before() {
        UUID id = UUID.randomUUID();
        Instant now = Instant.now();
        Instant then = now.minus(Duration.ofDays(10));
        therapist.put(patient, "pain-scores", id, Api.score(1, 7, now, null)).statusCode(202);
        Instant between = Instant.now();
        String position = therapist
                .put(patient, "pain-scores", id, Api.score(2, 3, then, "wrong-time"))
                .extract()
                .header("Backtrack-Position");

        therapist
                .get(patient, "progress?after=" + position)
                .header("Backtrack-Applied", "true")
                .body("days.date", contains(LocalDate.ofInstant(then, BERLIN).toString()))
                .body("days[0].pain", equalTo(3.0f));
        therapist
                .get(patient, "progress?asOf=" + between)
                .body("asOf", equalTo(between.toString()))
                .body("days.date", contains(LocalDate.ofInstant(now, BERLIN).toString()))
                .body("days[0].pain", equalTo(7.0f));
        therapist.get(patient, "progress?asOf=2020-01-01T00:00:00Z").body("days", hasSize(0));
    }

    @Test
    void a_window_ends_where_it_is_asked_to() {
        LocalDate today = LocalDate.now(BERLIN);
        String position = therapist
                .put(patient, "pain-scores", UUID.randomUUID(), Api.score(4))
                .extract()
                .header("Backtrack-Position");

        therapist
                .get(patient, "progress?weeks=4&until=" + today.minusDays(1) + "&after=" + position)
                .body("from", equalTo(today.minusDays(28).toString()))
                .body("until", equalTo(today.minusDays(1).toString()))
                .body("days", hasSize(0));
    }

    @Test
    void contexts_are_never_mixed() {
        therapist.put(patient, "pain-scores", UUID.randomUUID(), Api.score(4)).statusCode(202);
        String position = therapist
                .put(patient, "pain-scores", UUID.randomUUID(), Api.score(9).replace("average-24h", "worst-24h"))
                .extract()
                .header("Backtrack-Position");

        therapist
                .get(patient, "progress?context=worst-24h&after=" + position)
                .body("context", equalTo("worst-24h"))
                .body("days[0].pain", equalTo(9.0f))
                .body("days[0].scores", equalTo(1));
    }

    @ParameterizedTest
    @CsvSource({
        "weeks, 3",
        "weeks, 13",
        "weeks, 6.0",
        "weeks, six",
        "context, yesterday",
        "until, 2026-02-30",
        "until, today",
        "asOf, 2026-11-20",
        "asOf, 2026-11-20T18:30:00+01:00",
        "after, nonsense"
    })
    void a_bad_parameter_is_refused_by_its_name(String name, String value) {
        therapist
                .get(patient, "progress?" + name + "=" + value.replace("+", "%2B"))
                .statusCode(422)
                .body("errors.parameter", contains(name));
    }

    @Test
    void a_position_of_another_patient_is_refused() {
        PatientRef other = clinic.enrol();
        String position = therapist
                .put(other, "pain-scores", UUID.randomUUID(), Api.score(4))
                .extract()
                .header("Backtrack-Position");

        therapist.get(patient, "progress?after=" + position).statusCode(422);
    }

    @Test
    void somebody_enrolled_without_a_fact_has_an_empty_progress() {
        therapist
                .get(patient, "progress")
                .statusCode(200)
                .body("verdict", equalTo("uncertain"))
                .body("weeks", equalTo(6))
                .body("days", hasSize(0));
    }

    @Test
    void who_may_not_see_the_patient_sees_nobody() {
        Api stranger = Api.as(new TestClinic(publisher).therapist());
        Api neighbour = Api.as(clinic.patient(clinic.enrol()));
        String unknown = therapist
                .get(clinic.stranger(), "progress")
                .statusCode(404)
                .extract()
                .asString();

        for (Api caller : new Api[] {stranger, neighbour}) {
            caller.get(patient, "progress").statusCode(404).body(equalTo(unknown));
            caller.get(patient, "timeline").statusCode(404).body(equalTo(unknown));
        }
        Api.as("nonsense").get(patient, "progress").statusCode(401);
    }

    private String score(LocalDate date, int score) {
        return """
                {"patientId":"%s","kind":"pain-score","id":"%s",%s""".formatted(
                        patient.patient(),
                        UUID.randomUUID(),
                        Api.score(1, score, date.atTime(0, 1).atZone(BERLIN).toInstant(), null)
                                .substring(1));
    }
}
