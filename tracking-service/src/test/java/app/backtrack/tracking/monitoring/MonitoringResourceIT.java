package app.backtrack.tracking.monitoring;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import app.backtrack.events.PatientRef;
import app.backtrack.runtime.log.EventPublisher;
import app.backtrack.testkit.quarkus.BackEndsResource;
import app.backtrack.tracking.Api;
import app.backtrack.tracking.TestClinic;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = BackEndsResource.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class MonitoringResourceIT {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Inject
    EventPublisher publisher;

    private TestClinic clinic;
    private PatientRef patient;
    private Api self;
    private Api therapist;

    @BeforeEach
    void a_patient() {
        clinic = new TestClinic(publisher);
        patient = clinic.enrol();
        self = Api.as(clinic.patient(patient));
        therapist = Api.as(clinic.therapist());
    }

    @Test
    void days_and_minutes_are_counted_with_their_proof_and_a_correction_moves_its_day() {
        Instant now = Instant.now();
        Instant early = now.minus(Duration.ofDays(20));
        UUID moved = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        self.put(patient, "pain-scores", moved, Api.score(1, 4, early, null)).statusCode(202);
        self.put(patient, "pain-scores", moved, Api.score(2, 4, early.plus(Duration.ofDays(9)), "wrong-time"))
                .statusCode(202);
        self.put(patient, "pain-scores", other, Api.score(1, 5, now.minus(Duration.ofDays(2)), null))
                .statusCode(202);
        therapist
                .put(patient, "pain-scores", UUID.randomUUID(), Api.score(1, 5, now.minus(Duration.ofDays(3)), null))
                .statusCode(202);
        UUID time = UUID.randomUUID();
        applied(therapist
                .put(
                        patient,
                        "care-time",
                        time,
                        "{\"revision\":1,\"minutes\":41,\"live\":true,\"occurredAt\":\"%s\",\"zone\":\"Europe/Berlin\"}"
                                .formatted(now))
                .statusCode(202)
                .extract()
                .header("Backtrack-Position"));
        LocalDate today = LocalDate.ofInstant(now, BERLIN);
        LocalDate from = today.minusDays(25);

        therapist
                .get(patient, "monitoring?from=" + from)
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("periods.from", contains(from.toString()))
                .body("periods[0].days", equalTo(2))
                .body(
                        "periods[0].counted.date",
                        contains(
                                LocalDate.ofInstant(early.plus(Duration.ofDays(9)), BERLIN)
                                        .toString(),
                                LocalDate.ofInstant(now.minus(Duration.ofDays(2)), BERLIN)
                                        .toString()))
                .body(
                        "periods[0].counted.eventIds.flatten()",
                        contains("pain-score/" + moved + "/2", "pain-score/" + other + "/1"))
                .body("periods[0].codes.code", contains("98975", "98985"))
                .body("months[-1].minutes", equalTo(41))
                .body("months[-1].eventIds", contains("care-time/" + time + "/1"))
                .body("months[-1].codes.code", contains("98980", "98981"));
    }

    @Test
    void a_table_is_given_by_accept_or_by_format() {
        applied(self.put(patient, "pain-scores", UUID.randomUUID(), Api.score(4))
                .extract()
                .header("Backtrack-Position"));
        String byFormat = therapist
                .get(patient, "monitoring?format=csv")
                .statusCode(200)
                .contentType(startsWith("text/csv"))
                .extract()
                .asString();

        String byAccept = RestAssured.given()
                .header("Authorization", "Bearer " + clinic.therapist())
                .accept("text/csv")
                .get("/v1/patients/" + patient.patient() + "/monitoring")
                .then()
                .statusCode(200)
                .contentType(startsWith("text/csv"))
                .extract()
                .asString();

        assertThat(byAccept).isEqualTo(byFormat).startsWith("record,patient_id,from,");
        assertThat(byFormat.lines().filter(line -> line.startsWith("day,"))).hasSize(1);
    }

    @Test
    void without_from_the_first_period_begins_with_the_enrolment() {
        applied(self.put(patient, "pain-scores", UUID.randomUUID(), Api.score(4))
                .extract()
                .header("Backtrack-Position"));

        therapist.get(patient, "monitoring").statusCode(200).body("periods.complete", everyItem(equalTo(false)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"from=2019-01-01", "from=2199-01-01", "from=today", "from=2026-02-30", "format=xml"})
    void a_bad_parameter_is_refused(String query) {
        therapist
                .get(patient, "monitoring?" + query)
                .statusCode(422)
                .body("errors.parameter", contains(query.substring(0, query.indexOf('='))));
    }

    @Test
    void the_ledgers_of_all_patients_come_page_by_page_and_touch_the_span() {
        PatientRef second = clinic.enrol();
        applied(self.put(patient, "pain-scores", UUID.randomUUID(), Api.score(4))
                .extract()
                .header("Backtrack-Position"));
        String position = Api.as(clinic.patient(second))
                .put(second, "pain-scores", UUID.randomUUID(), Api.score(5))
                .extract()
                .header("Backtrack-Position");
        Api.as(clinic.therapist())
                .get(second, "progress?after=" + position)
                .statusCode(200)
                .header("Backtrack-Applied", "true");
        LocalDate today = LocalDate.ofInstant(Instant.now(), BERLIN);
        List<String> ids = Stream.of(patient, second)
                .map(one -> one.patient().toString())
                .sorted()
                .toList();

        var first = therapist
                .get("/v1/monitoring?limit=1&from=" + today.minusDays(1) + "&through=" + today)
                .statusCode(200)
                .contentType(startsWith("text/csv"))
                .extract();
        String link = requireNonNull(first.header("Link"));
        var next = therapist
                .get(link.substring(link.indexOf("/v1"), link.indexOf('>')))
                .statusCode(200)
                .header("Link", nullValue())
                .extract();

        assertThat(first.asString()).startsWith("record,patient_id,from,");
        assertThat(first.asString().lines().skip(1)).allMatch(line -> line.contains(ids.getFirst()));
        assertThat(first.asString().lines().filter(line -> line.startsWith("day,")))
                .hasSize(1);
        assertThat(next.asString().lines().filter(line -> line.startsWith("day,")))
                .singleElement(as(STRING))
                .contains(ids.getLast());
        assertThat(therapist
                        .get("/v1/monitoring?from=2020-01-01&through=2020-01-31")
                        .statusCode(200)
                        .extract()
                        .asString()
                        .lines())
                .hasSize(1);
        assertThat(Api.as(new TestClinic(publisher).therapist())
                        .get("/v1/monitoring?from=" + today + "&through=" + today)
                        .extract()
                        .asString()
                        .lines())
                .hasSize(1);
        self.get("/v1/monitoring?from=" + today + "&through=" + today).statusCode(403);
    }

    @ParameterizedTest
    @CsvSource({
        "from, ?through=2026-01-31",
        "from, ?from=yesterday&through=2026-01-31",
        "through, ?from=2026-01-31",
        "through, ?from=2026-01-31&through=2026-01-30",
        "through, ?from=2026-01-31&through=2027-02-02",
        "limit, ?from=2026-01-01&through=2026-01-31&limit=1001",
        "cursor, ?from=2026-01-01&through=2026-01-31&cursor=nonsense"
    })
    void a_bad_parameter_of_all_patients_is_refused(String parameter, String query) {
        therapist.get("/v1/monitoring" + query).statusCode(422).body("errors.parameter", contains(parameter));
    }

    @Test
    void it_is_for_the_patients_clinic_alone() {
        self.get(patient, "monitoring").statusCode(403);
        Api.as(new TestClinic(publisher).therapist()).get(patient, "monitoring").statusCode(404);
        therapist.get(clinic.stranger(), "monitoring?format=csv").statusCode(404);
    }

    private void applied(String position) {
        therapist.get(patient, "progress?after=" + position).header("Backtrack-Applied", "true");
    }
}
