package app.backtrack.notification.contact;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import app.backtrack.testkit.quarkus.BackEndsResource;
import app.backtrack.testkit.quarkus.Tokens;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = BackEndsResource.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class MailboxResourceIT {
    private static final String BODY = "{\"email\": \"thea@harbour-physio.example\"}";

    private final String clinic = Tokens.newClinic();
    private final String thea = "thea." + clinic;
    private final String path = "/v1/clinicians/" + thea + "/mailbox";

    @Test
    void a_clinician_sets_sees_and_erases_their_own_mailbox() {
        String token = Tokens.therapist(clinic, thea);
        given().auth().oauth2(token).get(path).then().statusCode(404).contentType("application/problem+json");
        put(token, BODY, 200);
        put(token, BODY, 200);
        given().auth()
                .oauth2(token)
                .get(path)
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("email", equalTo("thea@harbour-physio.example"));

        given().auth().oauth2(token).delete(path).then().statusCode(204);
        given().auth().oauth2(token).delete(path).then().statusCode(204);
        given().auth().oauth2(token).get(path).then().statusCode(404);
    }

    @Test
    void an_administrator_and_the_clinics_system_set_it_for_a_clinician() {
        put(Tokens.admin(clinic), BODY, 200);
        put(Tokens.system(clinic), BODY, 200);
    }

    @Test
    void another_clinic_sees_nothing_of_it() {
        put(Tokens.admin(clinic), BODY, 200);
        String other = Tokens.newClinic();

        given().auth().oauth2(Tokens.admin(other)).get(path).then().statusCode(404);
        given().auth().oauth2(Tokens.admin(other)).delete(path).then().statusCode(204);
        given().auth().oauth2(Tokens.admin(clinic)).get(path).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE"})
    void others_are_kept_out(String method) {
        given().contentType("application/json")
                .body(BODY)
                .request(method, path)
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
        for (String token : List.of(
                Tokens.patient(clinic, UUID.randomUUID().toString()), Tokens.therapist(clinic, "tom." + clinic))) {
            given().auth()
                    .oauth2(token)
                    .contentType("application/json")
                    .body(BODY)
                    .request(method, path)
                    .then()
                    .statusCode(403)
                    .contentType("application/problem+json");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"email\": \"not-an-address\"}; 422; /email",
                "{\"email\": \"thea@harbour.example\\r\\nBcc: tom@harbour.example\"}; 422; /email",
                "{\"email\": null}; 422; /email",
                "{}; 422; /email",
                "{\"email\": 4}; 422; /email",
                "{\"email\": \"thea@harbour.example\", \"phone\": \"1\"}; 422; /phone"
            })
    void a_body_that_cannot_be_is_refused_with_its_place_and_not_repeated(String body, int status, String pointer) {
        given().auth()
                .oauth2(Tokens.admin(clinic))
                .contentType("application/json")
                .body(body)
                .put(path)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("errors[0].pointer", equalTo(pointer))
                .body(not(containsString("not-an-address")))
                .body(not(containsString("Bcc")));
    }

    @ParameterizedTest
    @CsvSource({"'', 422", "'{', 400", "null, 422"})
    void a_body_that_is_no_mailbox_at_all_is_refused(String body, int status) {
        put(Tokens.admin(clinic), body, status);
    }

    @Test
    void a_clinician_id_of_another_form_is_refused() {
        given().auth()
                .oauth2(Tokens.admin(clinic))
                .contentType("application/json")
                .body(BODY)
                .put("/v1/clinicians/thea%20harbour/mailbox")
                .then()
                .statusCode(422)
                .body("errors[0].parameter", equalTo("clinicianId"));
    }

    private void put(String token, String body, int status) {
        given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(body)
                .put(path)
                .then()
                .statusCode(status);
    }
}
