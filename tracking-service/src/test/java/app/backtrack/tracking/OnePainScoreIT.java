package app.backtrack.tracking;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.blankOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import app.backtrack.events.PatientRef;
import app.backtrack.runtime.log.EventPublisher;
import app.backtrack.testkit.quarkus.BackEndsResource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = BackEndsResource.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class OnePainScoreIT {
    @Inject
    EventPublisher publisher;

    @Test
    void a_patients_score_is_in_the_progress_that_a_therapist_reads() {
        TestClinic clinic = new TestClinic(publisher);
        PatientRef patient = clinic.enrol();
        String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();

        String position = given().auth()
                .oauth2(clinic.patient(patient))
                .contentType("application/json")
                .body("""
                        {"revision":1,"score":4,"context":"average-24h","occurredAt":"%s","zone":"Europe/Berlin"}""".formatted(now))
                .put(
                        "/v1/patients/{patient}/pain-scores/{id}",
                        patient.patient().toString(),
                        UUID.randomUUID().toString())
                .then()
                .statusCode(202)
                .header("Backtrack-Position", not(blankOrNullString()))
                .extract()
                .header("Backtrack-Position");

        given().auth()
                .oauth2(clinic.therapist())
                .queryParam("after", position)
                .get("/v1/patients/{patient}/progress", patient.patient().toString())
                .then()
                .statusCode(200)
                .header("Backtrack-Applied", "true")
                .header("Cache-Control", "no-store")
                .body("days", hasSize(1))
                .body("days[0].pain", is(4.0f))
                .body("verdict", equalTo("uncertain"))
                .body("daysNeeded", equalTo(11));
    }
}
