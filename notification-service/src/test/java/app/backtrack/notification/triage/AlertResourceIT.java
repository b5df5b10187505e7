package app.backtrack.notification.triage;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import app.backtrack.events.AlertEvent;
import app.backtrack.events.AlertEvent.AlertAcknowledged;
import app.backtrack.events.AlertEvent.RedFlagClosed;
import app.backtrack.events.AlertOutcome;
import app.backtrack.events.ClinicId;
import app.backtrack.events.EventEnvelope;
import app.backtrack.events.InsightEvent.InsightRaised;
import app.backtrack.events.InsightRule;
import app.backtrack.events.PatientId;
import app.backtrack.events.PatientRef;
import app.backtrack.events.Severity;
import app.backtrack.events.Topic;
import app.backtrack.notification.alert.AlertStore;
import app.backtrack.runtime.log.LogClients;
import app.backtrack.testkit.quarkus.BackEndsResource;
import app.backtrack.testkit.quarkus.Tokens;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(value = BackEndsResource.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class AlertResourceIT {
    private static final Instant RAISED = Instant.parse("2026-11-20T08:00:00Z");
    private static final LocalDate SINCE = LocalDate.of(2026, 11, 20);

    @Inject
    AlertStore alerts;

    @Inject
    LogClients log;

    private final String clinic = Tokens.newClinic();
    private final String token = Tokens.therapist(clinic, "thea." + clinic);
    private final PatientRef patient = new PatientRef(new ClinicId(clinic), new PatientId(UUID.randomUUID()));

    @Test
    void an_alert_says_what_was_found_on_what_and_what_was_before() {
        String id = raise(InsightRule.TREND_WORSENING, Severity.HIGH, null, RAISED);

        get("/v1/alerts/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("patientId", equalTo(patient.patient().toString()))
                .body("rule", equalTo("trend-worsening"))
                .body("ruleVersion", equalTo(1))
                .body("before", equalTo("stable"))
                .body("numbers.slope-per-week", equalTo(0.75f))
                .body("evidence", equalTo(List.of("pain-score/1/1")))
                .body("timeline", equalTo("/v1/patients/" + patient.patient() + "/timeline"))
                .body("state", equalTo("open"));
    }

    @Test
    void a_red_flag_is_closed_with_its_screen_and_the_log_has_who_decided_what() {
        List<EventEnvelope<?>> published = new CopyOnWriteArrayList<>();
        log.follow(Topic.ALERT_EVENTS, published::add);
        UUID screen = UUID.randomUUID();
        String id = raise(InsightRule.RED_FLAG, Severity.CRITICAL, screen.toString(), RAISED);

        String version = post(id, "acknowledge", "\"1\"", null)
                .then()
                .statusCode(200)
                .body("state", equalTo("acknowledged"))
                .body("acknowledged.by", equalTo("thea." + clinic))
                .extract()
                .header("ETag");
        post(id, "close", version, Map.of("outcome", "referred", "note", "Sent to hospital"))
                .then()
                .statusCode(200)
                .body("state", equalTo("closed"))
                .body("closed.outcome", equalTo("referred"))
                .body("closed.by", equalTo("thea." + clinic));

        await().untilAsserted(() -> assertThat(published.stream()
                        .filter(event -> event.subject().equals(patient))
                        .map(event -> (AlertEvent) event.data()))
                .containsExactly(
                        new AlertAcknowledged("red-flag/1/2026-11-20/" + screen),
                        new RedFlagClosed(
                                "red-flag/1/2026-11-20/" + screen,
                                List.of(screen),
                                AlertOutcome.REFERRED,
                                "Sent to hospital")));
        assertThat(post(id, "acknowledge", get("/v1/alerts/" + id).header("ETag"), null)
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void who_decides_on_what_is_no_longer_so_is_told() {
        String id = raise(InsightRule.TREND_WORSENING, Severity.HIGH, null, RAISED);
        post(id, "assign", "\"1\"", Map.of("clinician", "tom." + clinic)).then().statusCode(200);

        post(id, "close", "\"1\"", Map.of("outcome", "watching"))
                .then()
                .statusCode(412)
                .contentType("application/problem+json");
        post(id, "close", null, Map.of("outcome", "watching")).then().statusCode(428);
        get("/v1/alerts/" + id).then().body("state", equalTo("open")).body("assignee", equalTo("tom." + clinic));
    }

    @Test
    void a_list_can_be_narrowed_and_paged() {
        String first = raise(InsightRule.TREND_WORSENING, Severity.HIGH, null, RAISED);
        String second = raise(InsightRule.FLARE, Severity.MEDIUM, "a", RAISED.plusSeconds(1));
        String third = raise(InsightRule.FLARE, Severity.MEDIUM, "b", RAISED.plusSeconds(2));
        Instant tomorrow = Instant.now().plusSeconds(86_400);
        post(second, "snooze", "\"1\"", Map.of("until", tomorrow.toString()))
                .then()
                .statusCode(200);
        post(third, "close", "\"1\"", Map.of("outcome", "not-relevant")).then().statusCode(200);

        assertThat(ids("?state=open")).containsExactly(first);
        assertThat(ids("?state=snoozed")).containsExactly(second);
        assertThat(ids("?state=closed")).containsExactly(third);
        assertThat(ids("?rule=flare")).containsExactly(third, second);
        assertThat(ids("?severity=high")).containsExactly(first);
        assertThat(ids("?patientId=" + UUID.randomUUID())).isEmpty();
        Response page = get("/v1/alerts?limit=2");
        assertThat(page.jsonPath().getList("alerts.id", String.class)).containsExactly(third, second);
        String link = page.header("Link");
        assertThat(get(link.substring(link.indexOf('<') + 1, link.indexOf('>')))
                        .jsonPath()
                        .getList("alerts.id", String.class))
                .containsExactly(first);
    }

    @Test
    void the_report_counts_what_was_acted_on_and_what_was_dismissed() {
        String acted = raise(InsightRule.FLARE, Severity.MEDIUM, "a", RAISED);
        String known = raise(InsightRule.FLARE, Severity.MEDIUM, "b", RAISED);
        String irrelevant = raise(InsightRule.FLARE, Severity.MEDIUM, "c", RAISED);
        raise(InsightRule.FLARE, Severity.MEDIUM, "d", RAISED);
        post(acted, "close", "\"1\"", Map.of("outcome", "contacted-patient"));
        post(known, "close", "\"1\"", Map.of("outcome", "already-known"));
        post(irrelevant, "close", "\"1\"", Map.of("outcome", "not-relevant"));

        get("/v1/alert-report?from=2026-11-20T00:00:00Z&to=2026-11-21T00:00:00Z")
                .then()
                .statusCode(200)
                .body("rules.size()", equalTo(1))
                .body("rules[0].rule", equalTo("flare"))
                .body("rules[0].raised", equalTo(4))
                .body("rules[0].actedOn", equalTo(1))
                .body("rules[0].dismissed", equalTo(2))
                .body("rules[0].precision", equalTo(33));
        get("/v1/alert-report?from=2026-11-21T00:00:00Z&to=2026-11-22T00:00:00Z")
                .then()
                .body("rules", equalTo(List.of()));
        get("/v1/alert-report?from=then").then().statusCode(422).body("errors[0].parameter", equalTo("from"));
    }

    @ParameterizedTest
    @CsvSource({"GET, ''", "POST, /acknowledge", "POST, /snooze", "POST, /assign", "POST, /close"})
    void an_alert_of_another_clinic_looks_like_one_that_does_not_exist(String method, String action) {
        String id = raise(InsightRule.TREND_WORSENING, Severity.HIGH, null, RAISED);
        String body = switch (action) {
            case "/snooze" -> "{\"until\":\"2026-11-23T08:00:00Z\"}";
            case "/assign" -> "{\"clinician\":\"tom\"}";
            case "/close" -> "{\"outcome\":\"watching\"}";
            default -> "";
        };
        String other = Tokens.newClinic();
        String stranger = Tokens.therapist(other, "tom." + other);

        Response foreign = as(stranger, body).request(method, "/v1/alerts/" + id + action);
        Response unknown = as(stranger, body).request(method, "/v1/alerts/" + "0".repeat(32) + action);

        assertThat(foreign.statusCode()).isEqualTo(404);
        assertThat(foreign.asString()).isEqualTo(unknown.asString());
    }

    @ParameterizedTest
    @CsvSource({
        "snooze, until, 2020-01-01T00:00:00Z, /until",
        "snooze, until, tomorrow, /until",
        "assign, clinician, a b, /clinician",
        "close, outcome, nonsense, /outcome",
        "close, comment, x, /comment"
    })
    void what_cannot_be_decided_is_named(String action, String member, String value, String pointer) {
        String id = raise(InsightRule.TREND_WORSENING, Severity.HIGH, null, RAISED);

        post(id, action, "\"1\"", Map.of(member, value))
                .then()
                .statusCode(422)
                .body("errors.pointer", org.hamcrest.Matchers.hasItem(pointer));
    }

    @ParameterizedTest
    @CsvSource({"state=done", "rule=none", "severity=HIGH", "patientId=x", "assignee=a%20b", "limit=0", "cursor=x"})
    void a_parameter_that_cannot_be_is_named(String query) {
        given().auth()
                .oauth2(token)
                .urlEncodingEnabled(false)
                .get("/v1/alerts?" + query)
                .then()
                .statusCode(422)
                .body("errors[0].parameter", equalTo(query.substring(0, query.indexOf('='))));
    }

    private String raise(InsightRule rule, Severity severity, @Nullable String about, Instant at) {
        alerts.prepare();
        InsightRaised insight = new InsightRaised(
                rule,
                1,
                SINCE,
                about,
                severity,
                "stable",
                new TreeMap<>(Map.of("slope-per-week", new BigDecimal("0.75"))),
                List.of("pain-score/1/1"));
        return alerts.raised(patient, insight, at).id().value();
    }

    private Response get(String path) {
        return given().auth().oauth2(token).get(path);
    }

    private Response post(String id, String action, @Nullable String version, @Nullable Object body) {
        RequestSpecification request = given().auth().oauth2(token);
        if (version != null) {
            request.header("If-Match", version);
        }
        if (body != null) {
            request.contentType(ContentType.JSON).body(body);
        }
        return request.post("/v1/alerts/" + id + "/" + action);
    }

    private static RequestSpecification as(String stranger, String body) {
        RequestSpecification request = given().auth().oauth2(stranger).header("If-Match", "\"1\"");
        return body.isEmpty() ? request : request.contentType(ContentType.JSON).body(body);
    }

    private List<String> ids(String query) {
        return get("/v1/alerts" + query).jsonPath().getList("alerts.id", String.class);
    }
}
