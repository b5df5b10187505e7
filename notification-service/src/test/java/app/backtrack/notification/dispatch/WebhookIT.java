package app.backtrack.notification.dispatch;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import app.backtrack.events.Actor;
import app.backtrack.events.ClinicId;
import app.backtrack.events.EventEnvelope;
import app.backtrack.events.InsightEvent.InsightRaised;
import app.backtrack.events.InsightEvent.InsightWithdrawn;
import app.backtrack.events.InsightRule;
import app.backtrack.events.PatientId;
import app.backtrack.events.PatientRef;
import app.backtrack.events.Role;
import app.backtrack.events.Severity;
import app.backtrack.notification.webhook.EndpointId;
import app.backtrack.notification.webhook.SigningSecret;
import app.backtrack.runtime.store.Documents;
import app.backtrack.testkit.quarkus.BackEndsResource;
import app.backtrack.testkit.quarkus.Tokens;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A clinic's software is called, by the running service and over HTTP. */
@QuarkusTest
@WithTestResource(value = BackEndsResource.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class WebhookIT {
    private static final Duration SOON = Duration.ofSeconds(20);

    @Inject
    HookPostbox postbox;

    @Inject
    Documents documents;

    private final String clinic = Tokens.newClinic();
    private final String token = Tokens.admin(clinic);
    private final String endpoint = UUID.randomUUID().toString();
    private final PatientRef patient = new PatientRef(new ClinicId(clinic), new PatientId(UUID.randomUUID()));
    private HookReceiver receiver;

    @BeforeEach
    void the_clinics_software_listens() throws IOException {
        receiver = new HookReceiver();
    }

    @AfterEach
    void it_stops() {
        receiver.close();
    }

    @Test
    void an_alert_is_told_once_signed_and_without_anything_clinical() {
        String secret = create("alert.raised", "alert.withdrawn");
        EventEnvelope<InsightRaised> raised = raised(now());
        postbox.post(raised);
        postbox.post(raised);
        postbox.post(withdrawn(now()));

        await().atMost(SOON).until(() -> receiver.calls().size() >= 2);
        HookReceiver.Call call = receiver.calls().stream()
                .filter(each -> each.body().contains("alert.raised"))
                .findFirst()
                .orElseThrow();
        assertThat(call.signature())
                .isEqualTo(new SigningSecret(secret).sign(call.id(), call.timestamp(), call.body()));
        assertThat(call.body())
                .contains(
                        clinic,
                        patient.patient().toString(),
                        raised.recordedAt().toString())
                .doesNotContain(InsightRule.RED_FLAG.wireName(), "critical", "severity");
        eventually(call.id(), "sent").body("attempts[0].status", is(204));
        assertThat(receiver.calls()).extracting(HookReceiver.Call::id).doesNotHaveDuplicates();
    }

    @Test
    void what_was_not_asked_for_or_is_old_is_not_told() {
        create("alert.withdrawn");
        postbox.post(raised(now()));
        postbox.post(withdrawn(now().minus(Duration.ofMinutes(1)))); // before the endpoint was there
        postbox.post(withdrawn(now().minus(Duration.ofHours(49))));

        given().auth()
                .oauth2(token)
                .get(url("/messages"))
                .then()
                .statusCode(200)
                .body("messages", empty());
    }

    @Test
    void a_failure_is_tried_again_under_the_same_id() {
        create("alert.raised");
        receiver.answers(500);
        String message = test();

        await().atMost(SOON).until(() -> receiver.calls().size() == 2);
        assertThat(receiver.calls()).extracting(HookReceiver.Call::id).containsExactly(message, message);
        assertThat(receiver.calls().get(1).timestamp())
                .isGreaterThanOrEqualTo(receiver.calls().get(0).timestamp() + 5);
        eventually(message, "sent").body("attempts.status", contains(500, 204));
    }

    @Test
    void gone_disables_the_endpoint_until_it_is_enabled_and_what_failed_is_replayed() {
        create("alert.raised");
        receiver.answers(410);
        String message = test();

        eventually(message, "failed");
        given().auth()
                .oauth2(token)
                .get(url(""))
                .then()
                .body("status", is("disabled"))
                .body("disabledBecause", is("gone"));
        given().auth()
                .oauth2(token)
                .post(url("/messages/" + message + "/replay"))
                .then()
                .statusCode(409);

        given().auth().oauth2(token).post(url("/enable")).then().statusCode(200);
        given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "from", now().minusSeconds(600).toString(),
                        "to", now().plusSeconds(60).toString()))
                .post(url("/messages/replay"))
                .then()
                .statusCode(202)
                .body("replayed", is(1));
        eventually(message, "sent");
        assertThat(receiver.calls()).extracting(HookReceiver.Call::id).containsExactly(message, message);
    }

    @Test
    void the_last_attempt_in_vain_disables_the_endpoint() {
        create("alert.raised");
        EventEnvelope<InsightRaised> raised = raised(now());
        String message = HookBodyRules.id(raised);
        receiver.answers(500, 500);
        postbox.post(raised);
        await().atMost(SOON).until(() -> receiver.calls().size() == 1);
        await().atMost(SOON).untilAsserted(() -> assertThat(state(message)).isEqualTo("waiting"));
        EndpointId id = new EndpointId(new ClinicId(clinic), UUID.fromString(endpoint));
        documents
                .collection("webhook-messages")
                .updateOne(
                        new Document("_id", id.key() + "/" + message),
                        new Document(
                                "$set", new Document("attempts", 9).append("dueAt", Date.from(now().minusSeconds(1)))));

        eventually(message, "failed");
        given().auth().oauth2(token).get(url("")).then().body("disabledBecause", is("attempts-exhausted"));
    }

    @Test
    void a_receiver_that_hangs_slows_nobody_else() throws IOException {
        create("alert.raised");
        receiver.hangs();
        for (int i = 0; i < 20; i++) {
            test();
        }
        await().atMost(SOON).until(() -> receiver.calls().size() == HookLanes.PER_ENDPOINT);

        String other = Tokens.newClinic();
        String otherToken = Tokens.admin(other);
        try (HookReceiver quick = new HookReceiver()) {
            put(otherToken, quick.url(), "alert.raised").statusCode(201);
            given().auth().oauth2(otherToken).post(url("/messages/test")).then().statusCode(202);
            await().atMost(SOON).until(() -> quick.calls().size() == 1);
        }
        assertThat(receiver.calls()).hasSize(HookLanes.PER_ENDPOINT);
    }

    @Test
    void a_secret_is_shown_when_it_is_made_and_never_again_and_two_sign_after_a_rotation() {
        String first = create("alert.raised");
        assertThat(given().auth().oauth2(token).get(url("")).asString()).doesNotContain("whsec_");
        given().auth().oauth2(token).post(url("/secret")).then().statusCode(428);
        given().auth()
                .oauth2(token)
                .header("If-Match", "\"7\"")
                .post(url("/secret"))
                .then()
                .statusCode(412);

        String second = given().auth()
                .oauth2(token)
                .header("If-Match", "\"1\"")
                .post(url("/secret"))
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .extract()
                .path("secret");
        test();
        await().atMost(SOON).until(() -> receiver.calls().size() == 1);
        HookReceiver.Call call = receiver.calls().getFirst();
        assertThat(call.signature().split(" "))
                .containsExactly(
                        new SigningSecret(second).sign(call.id(), call.timestamp(), call.body()),
                        new SigningSecret(first).sign(call.id(), call.timestamp(), call.body()));
    }

    @Test
    void an_endpoint_is_changed_on_the_version_that_was_read() {
        create("alert.raised");

        put(token, receiver.url(), "alert.raised").statusCode(428);
        given().auth()
                .oauth2(token)
                .header("If-Match", "\"1\"")
                .contentType(ContentType.JSON)
                .body(Map.of("url", receiver.url(), "types", List.of("program.changed")))
                .put(url(""))
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("types", contains("program.changed"));
        given().auth().oauth2(token).delete(url("")).then().statusCode(204);
        given().auth().oauth2(token).get(url("")).then().statusCode(404);
    }

    @Test
    void an_endpoint_that_is_no_public_address_is_refused_also_in_local_mode() {
        for (String url : List.of("http://10.0.0.1/", "http://169.254.169.254/latest", "ftp://127.0.0.1/", "x")) {
            put(token, url, "alert.raised").statusCode(422).body("errors[0].pointer", is("/url"));
        }
        put(token, receiver.url(), "webhook.test").statusCode(422);
    }

    @Test
    void another_clinics_endpoint_looks_like_none() {
        create("alert.raised");
        String stranger = Tokens.admin(Tokens.newClinic());

        for (String path : List.of("", "/messages", "/messages/msg_1")) {
            given().auth().oauth2(stranger).get(url(path)).then().statusCode(404);
        }
        given().auth().oauth2(stranger).delete(url("")).then().statusCode(204);
        given().auth().oauth2(token).get(url("")).then().statusCode(200);
        given().auth()
                .oauth2(Tokens.therapist(clinic, "thea"))
                .get(url(""))
                .then()
                .statusCode(403);
    }

    private String create(String... types) {
        return put(token, receiver.url(), types).statusCode(201).extract().path("secret");
    }

    private ValidatableResponse put(String who, String url, String... types) {
        return given().auth()
                .oauth2(who)
                .contentType(ContentType.JSON)
                .body(Map.of("url", url, "types", List.of(types)))
                .put(url(""))
                .then();
    }

    private String test() {
        return given().auth()
                .oauth2(token)
                .post(url("/messages/test"))
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }

    private ValidatableResponse eventually(String message, String state) {
        await().atMost(SOON).until(() -> state(message).equals(state));
        return given().auth()
                .oauth2(token)
                .get(url("/messages/" + message))
                .then()
                .statusCode(200);
    }

    private String state(String message) {
        return given().auth().oauth2(token).get(url("/messages/" + message)).path("state");
    }

    private String url(String path) {
        return "/v1/webhook-endpoints/" + endpoint + path;
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    private EventEnvelope<InsightRaised> raised(Instant at) {
        InsightRaised raised = new InsightRaised(
                InsightRule.RED_FLAG,
                1,
                LocalDate.of(2026, 11, 20),
                null,
                Severity.CRITICAL,
                null,
                new TreeMap<>(),
                List.of());
        return new EventEnvelope<>("raised/1", patient, at, actor(), null, null, raised);
    }

    private EventEnvelope<InsightWithdrawn> withdrawn(Instant at) {
        InsightWithdrawn withdrawn = new InsightWithdrawn(InsightRule.RED_FLAG, 1, LocalDate.of(2026, 11, 20), null);
        return new EventEnvelope<>("withdrawn/1", patient, at, actor(), null, null, withdrawn);
    }

    private static Actor actor() {
        return new Actor(Role.BACKTRACK, "rule");
    }
}
