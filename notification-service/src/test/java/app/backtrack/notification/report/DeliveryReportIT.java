package app.backtrack.notification.report;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;

import app.backtrack.events.ClinicId;
import app.backtrack.events.NotificationChannel;
import app.backtrack.events.PatientId;
import app.backtrack.events.PatientRef;
import app.backtrack.notification.ClinicianId;
import app.backtrack.notification.NoticeKind;
import app.backtrack.notification.Recipient;
import app.backtrack.notification.delivery.Matter;
import app.backtrack.notification.delivery.Notice;
import app.backtrack.notification.delivery.Postbox;
import app.backtrack.notification.delivery.Reach;
import app.backtrack.testkit.quarkus.BackEndsResource;
import app.backtrack.testkit.quarkus.Tokens;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = BackEndsResource.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class DeliveryReportIT {
    private static final Duration SOON = Duration.ofSeconds(20);

    @Inject
    Postbox mails;

    private final String clinic = Tokens.newClinic();
    private final String admin = Tokens.admin(clinic);

    @Test
    void mails_and_webhooks_are_listed_with_their_state_and_without_any_address() {
        Instant now = Instant.now();
        ClinicId here = new ClinicId(clinic);
        Recipient thea = new Recipient.Clinician(new ClinicianId("thea"));
        PatientRef patient = new PatientRef(here, new PatientId(UUID.randomUUID()));
        Matter matter = Matter.alert(NoticeKind.RED_FLAG, patient, "red-flag/1/2026-11-20");
        Reach mail = new Reach(thea, NotificationChannel.EMAIL);
        mails.post(new Notice(here, thea, "0".repeat(32), matter, now, now.plusSeconds(60)), List.of(mail));
        String endpoint = UUID.randomUUID().toString();
        given().auth()
                .oauth2(admin)
                .contentType(ContentType.JSON)
                .body(Map.of("url", "http://127.0.0.1:9/hook", "types", List.of("alert.raised")))
                .put("/v1/webhook-endpoints/" + endpoint)
                .then()
                .statusCode(201);
        given().auth().oauth2(admin).post("/v1/webhook-endpoints/" + endpoint + "/messages/test");

        await().atMost(SOON)
                .untilAsserted(() -> given().auth()
                        .oauth2(admin)
                        .get("/v1/deliveries")
                        .then()
                        .statusCode(200)
                        .body("deliveries.channel", containsInAnyOrder("email", "webhook"))
                        .body("deliveries.cause", containsInAnyOrder("no-address", "unreachable")));
        given().auth()
                .oauth2(admin)
                .get("/v1/deliveries?channel=email&state=dropped")
                .then()
                .body("deliveries.recipient", contains("thea"));
        given().auth()
                .oauth2(admin)
                .get("/v1/deliveries?before=2026-01-01T00:00:00Z")
                .then()
                .body("deliveries", empty());
        assertThat(given().auth().oauth2(admin).get("/v1/deliveries").asString())
                .doesNotContain("127.0.0.1", "@");
    }

    @Test
    void another_clinic_sees_nothing_of_it_and_a_therapist_may_not_ask() {
        given().auth()
                .oauth2(Tokens.admin(Tokens.newClinic()))
                .get("/v1/deliveries")
                .then()
                .body("deliveries", empty());
        given().auth()
                .oauth2(Tokens.therapist(clinic, "thea." + clinic))
                .get("/v1/deliveries")
                .then()
                .statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"channel=pigeon", "state=lost", "before=yesterday"})
    void a_parameter_that_is_none_is_named(String query) {
        given().auth()
                .oauth2(admin)
                .get("/v1/deliveries?" + query)
                .then()
                .statusCode(422)
                .body("errors.parameter", contains(query.substring(0, query.indexOf('='))));
    }
}
