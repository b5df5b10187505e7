package app.backtrack.tracking.rehearsal;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import app.backtrack.events.PatientRef;
import app.backtrack.runtime.log.EventPublisher;
import app.backtrack.testkit.quarkus.BackEndsResource;
import app.backtrack.tracking.Api;
import app.backtrack.tracking.TestClinic;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = BackEndsResource.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class RehearsalResourceIT {
    private static final String PATH = "/v1/insight-rehearsals";
    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

    @Inject
    EventPublisher publisher;

    private TestClinic clinic;
    private Api admin;

    @BeforeEach
    void openAClinic() {
        clinic = new TestClinic(publisher);
        admin = Api.as(clinic.admin());
    }

    @Test
    void a_rule_is_rehearsed_beside_the_numbers_in_force() {
        PatientRef patient = spiking();
        awaitJudged(1);

        rehearse("{\"spike-points\":3}", "")
                .statusCode(200)
                .body("rule", equalTo("pain-spike"))
                .body("knowledge", equalTo("as-known-now"))
                .body("judged", equalTo(1))
                .body("counts", equalTo(Map.of("rehearsed", 0, "inForce", 1)))
                .body("weeks", hasSize(1))
                .body("patients.patientId", contains(patient.patient().toString()))
                .body("patients[0].rehearsed", empty())
                .body("patients[0].inForce", contains(TODAY.minusDays(1).toString()))
                .body("next", nullValue());
        rehearse("{}", "").statusCode(200).body("counts", equalTo(Map.of("rehearsed", 1, "inForce", 1)));
    }

    @Test
    void patients_come_in_pages_and_only_those_of_the_clinic() {
        spiking();
        spiking();
        awaitJudged(2);

        String next = rehearse("{}", ",\"limit\":1")
                .statusCode(200)
                .body("judged", equalTo(1))
                .body("next", notNullValue())
                .extract()
                .path("next");
        rehearse("{}", ",\"limit\":1,\"after\":\"" + next + "\"")
                .statusCode(200)
                .body("judged", equalTo(1))
                .body("patients.patientId", not(hasItem(next)));
        rehearse("{}", ",\"therapist\":\"nobody\"").statusCode(200).body("judged", equalTo(0));
        rehearse("{}", ",\"therapist\":\"" + clinic.therapistId() + "\"")
                .statusCode(200)
                .body("judged", equalTo(2));
        Api.as(new TestClinic(publisher).admin())
                .post(PATH, body("{}", ""))
                .statusCode(200)
                .body("judged", equalTo(0));
    }

    @Test
    void what_cannot_be_rehearsed_is_named() {
        rehearse("{\"spike-points\":7,\"silence-hours\":50,\"nonsense\":1}", "")
                .statusCode(422)
                .body(
                        "errors.pointer",
                        containsInAnyOrder(
                                "/thresholds/spike-points", "/thresholds/silence-hours", "/thresholds/nonsense"));
        rehearse("{}", ",\"after\":\"last\"").statusCode(422).body("errors.pointer", contains("/after"));
        rehearse("{}", ",\"limit\":101").statusCode(422).body("errors.pointer", contains("/limit"));
        rehearse("{}", ",\"until\":1").statusCode(422).body("errors.pointer", contains("/until"));
        admin.post(
                        PATH,
                        "{\"rule\":\"pain-spike\",\"thresholds\":{},\"from\":\"2026-01-02\",\"through\":\"2026-01-01\"}")
                .statusCode(422)
                .body("errors.pointer", contains("/through"));
        admin.post(
                        PATH,
                        "{\"rule\":\"pain-spike\",\"thresholds\":{},\"from\":\"%s\",\"through\":\"%s\"}"
                                .formatted(TODAY, TODAY.plusDays(9)))
                .statusCode(422)
                .body("errors.pointer", contains("/through"));
    }

    @Test
    void patients_rehearse_nothing_and_see_no_rules() {
        String patient = clinic.patient(clinic.stranger());

        Api.as(patient).post(PATH, body("{}", "")).statusCode(403);
        Api.as(patient).get("/v1/insight-rules").statusCode(403);
        Api.as(clinic.system()).post(PATH, body("{}", "")).statusCode(403);
    }

    @Test
    void the_rules_in_force_are_listed_with_their_numbers() {
        Api.as(clinic.therapist())
                .get("/v1/insight-rules")
                .statusCode(200)
                .body("rules", hasSize(13))
                .body("rules.find { it.id == 'silence' }.severity", equalTo("low"))
                .body("rules.find { it.id == 'silence' }.version", equalTo(1))
                .body("rules.find { it.id == 'silence' }.thresholds[0].id", equalTo("silence-hours"))
                .body("rules.find { it.id == 'silence' }.thresholds[0].value", equalTo(49))
                .body("rules.find { it.id == 'silence' }.thresholds[0].unit", equalTo("hours"));
    }

    /** Somebody of our clinic whose pain was three for two weeks, and five yesterday and the day before. */
    private PatientRef spiking() {
        PatientRef patient = clinic.enrol();
        Api own = Api.as(clinic.patient(patient));
        for (int daysAgo = 16; daysAgo > 0; daysAgo--) {
            own.put(
                            patient,
                            "pain-scores",
                            UUID.randomUUID(),
                            Api.score(
                                    1,
                                    daysAgo > 2 ? 3 : 5,
                                    TODAY.minusDays(daysAgo).atTime(12, 0).toInstant(ZoneOffset.UTC),
                                    null))
                    .statusCode(202);
        }
        return patient;
    }

    private void awaitJudged(int patients) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> rehearse("{}", "").extract().<Integer>path("counts.rehearsed") == patients);
    }

    private ValidatableResponse rehearse(String thresholds, String more) {
        return admin.post(PATH, body(thresholds, more));
    }

    private static String body(String thresholds, String more) {
        return "{\"rule\":\"pain-spike\",\"thresholds\":%s,\"from\":\"%s\",\"through\":\"%s\"%s}"
                .formatted(thresholds, TODAY.minusDays(30), TODAY, more);
    }
}
