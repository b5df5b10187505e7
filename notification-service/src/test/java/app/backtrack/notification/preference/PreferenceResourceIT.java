package app.backtrack.notification.preference;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import app.backtrack.testkit.quarkus.BackEndsResource;
import app.backtrack.testkit.quarkus.Tokens;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(value = BackEndsResource.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class PreferenceResourceIT {
    private final String clinic = Tokens.newClinic();
    private final String thea = Tokens.therapist(clinic, "thea." + clinic);

    @Test
    void who_never_said_anything_has_what_is_shipped() {
        // Until the clinics' settings have been read, what follows from them is left out.
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> get(thea).body("quietHoursNow.from", equalTo("21:00")));

        get(thea)
                .header("ETag", "\"0\"")
                .header("Cache-Control", "no-store")
                .body("quietHoursNow.until", equalTo("08:00"))
                .body("zoneNow", equalTo("UTC"))
                .body("preferences.language", equalTo("en"))
                .body("preferences.quietHours", nullValue())
                .body("preferences.kinds.'red-flag'.email", equalTo(true))
                .body("preferences.kinds.alert.'web-push'", equalTo(true))
                .body("preferences.perDay", equalTo(20))
                .body("preferences.digestHour", nullValue());
        get(Tokens.patient(clinic, UUID.randomUUID().toString()))
                .body("preferences.perDay", equalTo(8))
                .body("preferences.kinds.'session-due'.email", equalTo(true))
                .body("preferences.kinds.alert", nullValue());
    }

    @Test
    void what_somebody_says_is_theirs_alone_and_can_be_taken_back() {
        String all = "{\"language\": \"de\", \"zone\": \"Pacific/Auckland\","
                + " \"quietHours\": {\"from\": \"22:30\", \"until\": \"06:15\"},"
                + " \"kinds\": {\"alert\": {\"email\": false}}, \"perDay\": 3, \"digestHour\": 7}";

        put(thea, "\"0\"", all)
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("zoneNow", equalTo("Pacific/Auckland"))
                .body("quietHoursNow.from", equalTo("22:30"))
                .body("preferences.kinds.alert.email", equalTo(false))
                .body("preferences.kinds.alert.'web-push'", equalTo(true))
                .body("preferences.language", equalTo("de"))
                .body("preferences.perDay", equalTo(3))
                .body("preferences.digestHour", equalTo(7));

        get(Tokens.therapist(clinic, "tom." + clinic)).header("ETag", "\"0\"");
        get(Tokens.admin(Tokens.newClinic())).header("ETag", "\"0\"");
        put(thea, "\"1\"", "{}").statusCode(200).header("ETag", "\"2\"").body("preferences.language", equalTo("en"));
    }

    @Test
    void two_changes_at_once_do_not_overwrite_each_other() {
        put(thea, "\"0\"", "{}").statusCode(200);

        put(thea, "\"0\"", "{}").statusCode(412).body("current.etag", equalTo("\"1\""));
        given().auth()
                .oauth2(thea)
                .contentType("application/json")
                .body("{}")
                .put("/v1/preferences")
                .then()
                .statusCode(428);
    }

    @Test
    void a_clinicians_clock_is_the_clinics_where_they_set_none() {
        given().auth()
                .oauth2(Tokens.admin(clinic))
                .contentType("application/json")
                .header("If-Match", "\"0\"")
                .body(Map.of("zone", "America/Halifax"))
                .put("/v1/branding")
                .then()
                .statusCode(200);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> get(thea).body("zoneNow", equalTo("America/Halifax")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"language\": \"xx\"}; /language",
                "{\"zone\": \"Mars/Base\"}; /zone",
                "{\"zone\": \"+01:00\"}; /zone",
                "{\"quietHours\": {\"from\": \"9\", \"until\": \"10:00\"}}; /quietHours/from",
                "{\"quietHours\": {\"from\": \"09:00\"}}; /quietHours/until",
                "{\"quietHours\": {\"from\": \"09:00\", \"until\": \"08:59\"}}; /quietHours/until",
                "{\"kinds\": {\"red-flag\": {\"email\": false}}}; /kinds/red-flag/email",
                "{\"kinds\": {\"session-due\": {\"email\": false}}}; /kinds/session-due",
                "{\"kinds\": {\"alert\": null}}; /kinds/alert",
                "{\"kinds\": {\"alert\": {\"pigeon\": false}}}; /kinds/alert/pigeon",
                "{\"perDay\": 0}; /perDay",
                "{\"perDay\": 51}; /perDay",
                "{\"digestHour\": 24}; /digestHour",
                "{\"digest\": 8}; /digest"
            })
    void what_cannot_be_is_named(String body, String pointer) {
        put(thea, "\"0\"", body).statusCode(422).body("errors.pointer", hasItem(pointer));
        get(thea).header("ETag", "\"0\"");
    }

    @Test
    void a_clinics_system_has_no_preferences() {
        given().auth()
                .oauth2(Tokens.system(clinic))
                .get("/v1/preferences")
                .then()
                .statusCode(403);
        given().get("/v1/preferences").then().statusCode(401);
    }

    private static ValidatableResponse get(String token) {
        return given().auth().oauth2(token).get("/v1/preferences").then().statusCode(200);
    }

    private static ValidatableResponse put(String token, String ifMatch, String body) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .header("If-Match", ifMatch)
                .body(body)
                .put("/v1/preferences")
                .then();
    }
}
