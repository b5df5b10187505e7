package app.backtrack.notification.push;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;

import app.backtrack.events.ClinicId;
import app.backtrack.events.PatientId;
import app.backtrack.notification.ClinicianId;
import app.backtrack.notification.Recipient;
import app.backtrack.testkit.quarkus.BackEndsResource;
import app.backtrack.testkit.quarkus.Tokens;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = BackEndsResource.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class SubscriptionResourceIT {
    private static final String PATH = "/v1/push-subscriptions";

    @Inject
    SubscriptionStore subscriptions;

    private final String clinic = Tokens.newClinic();
    private final String patient = UUID.randomUUID().toString();
    private final String token = Tokens.patient(clinic, patient);
    private final String endpoint = "http://127.0.0.1:9/push/" + patient;

    @Test
    void a_patient_adds_a_browser_sees_it_without_its_secrets_and_removes_it() throws Exception {
        Map<String, Object> browser = Browser.fresh().subscription(endpoint);
        String id = add(token, browser).statusCode(200).extract().path("id");
        add(token, browser).statusCode(200).body("id", equalTo(id));

        String listed = given().auth()
                .oauth2(token)
                .get(PATH)
                .then()
                .statusCode(200)
                .body("subscriptions.id", contains(id))
                .body("subscriptions.pushService", contains("127.0.0.1"))
                .extract()
                .asString();
        assertThat(listed).doesNotContain("/push/", "p256dh", "auth");
        given().auth().oauth2(token).delete(PATH + "/" + id).then().statusCode(204);
        given().auth().oauth2(token).delete(PATH + "/" + id).then().statusCode(204);
        given().auth().oauth2(token).get(PATH).then().body("subscriptions", empty());
    }

    @Test
    void a_browser_belongs_to_who_signed_in_there_last() throws Exception {
        String thea = Tokens.therapist(clinic, "thea." + clinic);
        String id = add(token, Browser.fresh().subscription(endpoint)).extract().path("id");
        add(thea, Browser.fresh().subscription(endpoint)).statusCode(200).body("id", equalTo(id));

        given().auth().oauth2(token).get(PATH).then().body("subscriptions", empty());
        given().auth().oauth2(token).delete(PATH + "/" + id).then().statusCode(204);
        given().auth().oauth2(thea).get(PATH).then().body("subscriptions", hasSize(1));
        assertThat(subscriptions.list(new ClinicId(clinic), new Recipient.Clinician(new ClinicianId("thea." + clinic))))
                .hasSize(1);
    }

    @Test
    void ten_browsers_are_enough() throws Exception {
        for (int i = 0; i < 10; i++) {
            add(token, Browser.fresh().subscription(endpoint + i)).statusCode(200);
        }
        add(token, Browser.fresh().subscription(endpoint + 9)).statusCode(200);

        add(token, Browser.fresh().subscription(endpoint + 10))
                .statusCode(409)
                .body("type", equalTo("urn:backtrack:problem:too-many-browsers"));
    }

    @Test
    void all_of_a_patients_browsers_are_forgotten_at_once() throws Exception {
        add(token, Browser.fresh().subscription(endpoint + 1)).statusCode(200);
        add(token, Browser.fresh().subscription(endpoint + 2)).statusCode(200);
        String other = Tokens.patient(clinic, UUID.randomUUID().toString());
        add(other, Browser.fresh().subscription(endpoint + 3)).statusCode(200);

        subscriptions.erase(new ClinicId(clinic), PatientId.of(patient));

        given().auth().oauth2(token).get(PATH).then().body("subscriptions", empty());
        given().auth().oauth2(other).get(PATH).then().body("subscriptions", hasSize(1));
    }

    @Test
    void an_address_that_is_not_public_and_keys_that_are_none_are_refused() throws Exception {
        Browser browser = Browser.fresh();
        for (String bad :
                new String[] {"http://10.0.0.1/p", "https://[::ffff:10.0.0.1]/p", "https://169.254.169.254/", "x"}) {
            add(token, browser.subscription(bad)).statusCode(422).body("errors[0].pointer", equalTo("/endpoint"));
        }
        String off = browser.p256dh().substring(0, 80) + "AAAAAAA";
        for (String bad : new String[] {off, "AAAA", "-*-"}) {
            add(token, Map.of("endpoint", endpoint, "keys", Map.of("p256dh", bad, "auth", browser.auth())))
                    .statusCode(422)
                    .body("errors[0].pointer", equalTo("/keys/p256dh"));
        }
        for (String bad : new String[] {"AAAA", "***"}) {
            add(token, Map.of("endpoint", endpoint, "keys", Map.of("p256dh", browser.p256dh(), "auth", bad)))
                    .statusCode(422)
                    .body("errors[0].pointer", equalTo("/keys/auth"));
        }
    }

    @Test
    void the_key_to_subscribe_with_is_shown_and_a_clinics_system_has_no_browser() {
        given().auth()
                .oauth2(token)
                .get(PATH + "/key")
                .then()
                .statusCode(200)
                .body("publicKey", matchesPattern("B[A-Za-z0-9_-]{86}"));
        given().auth().oauth2(Tokens.system(clinic)).get(PATH + "/key").then().statusCode(403);
        given().auth().oauth2(Tokens.system(clinic)).get(PATH).then().statusCode(403);
    }

    private static ValidatableResponse add(String who, Map<String, Object> subscription) {
        return given().auth()
                .oauth2(who)
                .contentType(ContentType.JSON)
                .body(subscription)
                .post(PATH)
                .then();
    }
}
