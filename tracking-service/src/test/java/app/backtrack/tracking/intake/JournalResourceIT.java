package app.backtrack.tracking.intake;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
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
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = BackEndsResource.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class JournalResourceIT {
    private static final String JSON = "application/json";
    private static final String NDJSON = "application/x-ndjson";

    @Inject
    EventPublisher publisher;

    private TestClinic clinic;
    private PatientRef patient;
    private Api system;

    @BeforeEach
    void a_patient() {
        clinic = new TestClinic(publisher);
        patient = clinic.enrol();
        system = Api.as(clinic.system());
    }

    @Test
    void facts_of_several_patients_are_taken_in_input_order() {
        PatientRef other = clinic.enrol();
        String first = score(patient, UUID.randomUUID(), 4);
        String second = score(other, UUID.randomUUID(), 5);

        system.journal(JSON, array(first, second))
                .statusCode(200)
                .body("index", contains(0, 1))
                .body("status", everyItem(equalTo("accepted")))
                .body("kind", everyItem(equalTo("pain-score")))
                .body("revision", everyItem(equalTo(1)))
                .body("retry", everyItem(is(false)));
    }

    @Test
    void one_position_covers_the_whole_batch() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        LocalDate today = LocalDate.now(berlin);
        List<String> scores = IntStream.range(0, 40)
                .mapToObj(day -> score(
                        patient,
                        UUID.randomUUID(),
                        5,
                        today.minusDays(day).atStartOfDay(berlin).toInstant()))
                .toList();
        String position = system.journal(JSON, array(scores.toArray(String[]::new)))
                .statusCode(200)
                .extract()
                .header("Backtrack-Position");

        Api.as(clinic.therapist())
                .get(patient, "progress?weeks=12&after=" + position)
                .statusCode(200)
                .header("Backtrack-Applied", "true")
                .body("days", hasSize(40));
    }

    @Test
    void care_time_is_taken_from_a_clinician_and_refused_for_itself_from_others() {
        String time = "{\"patientId\":\"%s\",\"kind\":\"care-time\",\"id\":\"%s\",\"revision\":1,\"minutes\":5,"
                        .formatted(patient.patient(), UUID.randomUUID())
                + "\"live\":false,\"occurredAt\":\"%s\",\"zone\":\"Europe/Berlin\"}".formatted(Instant.now());
        String score = score(patient, UUID.randomUUID(), 4);

        Api.as(clinic.patient(patient))
                .journal(JSON, array(time, score))
                .statusCode(200)
                .body("status", contains("refused", "accepted"))
                .body("[0].problem.status", equalTo(403));
        Api.as(clinic.therapist())
                .journal(JSON, array(time, score))
                .statusCode(200)
                .body("status", contains("accepted", "accepted"));
    }

    @Test
    void a_bad_item_never_hurts_the_others() {
        String good = score(patient, UUID.randomUUID(), 4);

        system.journal(
                        JSON,
                        array(
                                good,
                                score(patient, UUID.randomUUID(), 11),
                                score(clinic.stranger(), UUID.randomUUID(), 4),
                                "7",
                                good.replace("\"pain-score\"", "\"mood\""),
                                good.replace("\"score\"", "\"skore\""),
                                good.replace("\"id\":\"", "\"id\":\"x"),
                                good.replace("\"zone\":\"Europe/Berlin\"", "\"zone\":\"Europe/Atlantis\""),
                                good))
                .statusCode(200)
                .body(
                        "status",
                        contains(
                                "accepted",
                                "refused",
                                "refused",
                                "refused",
                                "refused",
                                "refused",
                                "refused",
                                "refused",
                                "accepted"))
                .body("[1].problem.errors[0].pointer", equalTo("/score"))
                .body("[2].problem.status", equalTo(404))
                .body("[3].problem.status", equalTo(422))
                .body("[3].id", nullValue())
                .body("[4].problem.errors[0].pointer", equalTo("/kind"))
                .body("[5].problem.errors[0].pointer", equalTo("/skore"))
                .body("[6].problem.errors[0].pointer", equalTo("/id"))
                .body("[7].problem.errors[0].pointer", equalTo("/zone"))
                .body("retry", everyItem(is(false)));
    }

    @Test
    void a_fact_can_be_taken_back_in_a_batch() {
        UUID id = UUID.randomUUID();
        String retraction = """
                {"patientId":"%s","kind":"pain-score","id":"%s","retracted":true,"revision":2,"reason":"duplicate"}""".formatted(patient.patient(), id);
        String position = system.journal(JSON, array(retraction, score(patient, id, 4)))
                .statusCode(200)
                .body("status", everyItem(equalTo("accepted")))
                .extract()
                .header("Backtrack-Position");

        Api.as(clinic.therapist())
                .get(patient, "progress?after=" + position)
                .header("Backtrack-Applied", "true")
                .body("days", hasSize(0));
    }

    @Test
    void lines_are_taken_one_by_one_also_beside_a_broken_one() {
        String lines = score(patient, UUID.randomUUID(), 4) + "\n\n{broken\n" + score(patient, UUID.randomUUID(), 5);

        system.journal(NDJSON, lines)
                .statusCode(200)
                .body("index", contains(0, 1, 2))
                .body("status", contains("accepted", "refused", "accepted"))
                .body("[1].problem.status", equalTo(400));
    }

    @Test
    void a_patient_hands_in_their_own_facts_alone() {
        PatientRef neighbour = clinic.enrol();

        Api.as(clinic.patient(patient))
                .journal(JSON, array(score(patient, UUID.randomUUID(), 4), score(neighbour, UUID.randomUUID(), 4)))
                .statusCode(200)
                .body("status", contains("accepted", "refused"))
                .body("[1].problem.status", equalTo(404));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "[{]", "{\"a\":1", "[1,]", "[] []"})
    void a_broken_array_is_refused_as_a_whole(String body) {
        system.journal(JSON, body).statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "null", "7", ""})
    void a_body_that_is_no_list_is_refused(String body) {
        system.journal(JSON, body).statusCode(422);
    }

    @Test
    void an_empty_list_is_fine() {
        system.journal(JSON, "[]").statusCode(200).body("", hasSize(0));
    }

    @Test
    void more_than_five_hundred_items_or_a_mebibyte_are_too_much() {
        system.journal(JSON, array(Collections.nCopies(501, "{}").toArray(String[]::new)))
                .statusCode(413);
        system.journal(NDJSON, "{}\n".repeat(501)).statusCode(413);
        system.journal(JSON, "[" + " ".repeat(1024 * 1024) + "]").statusCode(413);
        system.journal(JSON, array(Collections.nCopies(500, "{}").toArray(String[]::new)))
                .statusCode(200)
                .body("", hasSize(500));
    }

    @Test
    void the_301st_fact_of_a_day_may_be_tried_again_another_day() {
        Instant now = Instant.now();
        String[] many = IntStream.range(0, 301)
                .mapToObj(n -> score(patient, UUID.randomUUID(), n % 11, now))
                .toArray(String[]::new);

        system.journal(JSON, array(many))
                .statusCode(200)
                .body("findAll { it.status == 'accepted' }", hasSize(300))
                .body("findAll { it.status == 'refused' }.problem.status", hasItem(429))
                .body("findAll { it.status == 'refused' }.retry", contains(true));
    }

    private static String array(String... items) {
        return "[" + String.join(",", items) + "]";
    }

    private static String score(PatientRef patient, UUID id, int score) {
        return score(patient, id, score, Instant.now());
    }

    private static String score(PatientRef patient, UUID id, int score, Instant at) {
        return """
                {"patientId":"%s","kind":"pain-score","id":"%s",%s""".formatted(
                        patient.patient(), id, Api.score(1, score, at, null).substring(1));
    }
}
