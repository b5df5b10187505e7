package app.backtrack.notification.brand;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import app.backtrack.testkit.quarkus.BackEndsResource;
import app.backtrack.testkit.quarkus.Tokens;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(value = BackEndsResource.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class BrandResourceIT {
    private final String clinic = Tokens.newClinic();
    private final String admin = Tokens.admin(clinic);

    @Test
    void an_administrator_gives_the_clinic_a_face_that_another_clinic_does_not_see() {
        get(admin).header("ETag", "\"0\"").body("colour", equalTo("#1f4f8b")).body("name", nullValue());

        put(
                        admin,
                        "\"0\"",
                        "{\"name\": \"Harbour Physio\", \"colour\": \"#124060\","
                                + " \"logo\": \"https://harbour.example/logo.png\", \"contact\": \"030 555 0100\","
                                + " \"replyTo\": \"desk@harbour.example\", \"zone\": \"Europe/Berlin\"}")
                .statusCode(200)
                .header("ETag", "\"1\"");

        get(Tokens.therapist(clinic, "thea." + clinic))
                .body("name", equalTo("Harbour Physio"))
                .body("colour", equalTo("#124060"))
                .body("logo", equalTo("https://harbour.example/logo.png"))
                .body("contact", equalTo("030 555 0100"))
                .body("replyTo", equalTo("desk@harbour.example"))
                .body("zone", equalTo("Europe/Berlin"));
        get(Tokens.admin(Tokens.newClinic())).header("ETag", "\"0\"").body("name", nullValue());
        put(admin, "\"0\"", "{}").statusCode(412);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"name\": \"\"}; /name",
                "{\"name\": \"Harbour\\nBcc: x@y.example\"}; /name",
                "{\"colour\": \"blue\"}; /colour",
                "{\"colour\": \"#ffee00\"}; /colour",
                "{\"logo\": \"http://harbour.example/logo.png\"}; /logo",
                "{\"logo\": \"javascript:alert(1)\"}; /logo",
                "{\"logo\": \"https://me@harbour.example/\"}; /logo",
                "{\"replyTo\": \"nobody\"}; /replyTo",
                "{\"zone\": \"Berlin\"}; /zone",
                "{\"font\": \"x\"}; /font"
            })
    void what_cannot_be_is_named(String body, String pointer) {
        put(admin, "\"0\"", body).statusCode(422).body("errors.pointer", hasItem(pointer));
    }

    @Test
    void only_an_administrator_changes_it() {
        put(Tokens.therapist(clinic, "thea." + clinic), "\"0\"", "{}").statusCode(403);
        put(Tokens.system(clinic), "\"0\"", "{}").statusCode(403);
    }

    private static ValidatableResponse get(String token) {
        return given().auth().oauth2(token).get("/v1/branding").then().statusCode(200);
    }

    private static ValidatableResponse put(String token, String ifMatch, String body) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .header("If-Match", ifMatch)
                .body(body)
                .put("/v1/branding")
                .then();
    }
}
