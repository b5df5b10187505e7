package app.backtrack.notification.inbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import app.backtrack.events.ClinicId;
import app.backtrack.events.InsightEvent.InsightRaised;
import app.backtrack.events.InsightRule;
import app.backtrack.events.PatientId;
import app.backtrack.events.PatientRef;
import app.backtrack.events.Severity;
import app.backtrack.notification.ClinicianId;
import app.backtrack.testkit.quarkus.BackEndsResource;
import app.backtrack.testkit.quarkus.Tokens;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = BackEndsResource.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class InboxResourceIT {
    private static final Instant FIRST = Instant.parse("2026-11-20T08:00:00Z");

    @Inject
    InboxStore inbox;

    private final String clinic = Tokens.newClinic();
    private final String thea = "thea." + clinic;

    @Test
    void pages_go_from_the_newest_to_the_oldest_and_miss_nothing() {
        List<String> newestFirst = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            // Two of them in one millisecond, so that the time alone gives no order.
            newestFirst.addFirst(enter(thea, FIRST.plusMillis(i / 2)));
        }
        String token = Tokens.therapist(clinic, thea);

        List<String> seen = new ArrayList<>();
        String next = "/v1/inbox?limit=2";
        int pages = 0;
        while (next != null) {
            Response page = given().auth().oauth2(token).get(next);
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.header("Cache-Control")).isEqualTo("no-store");
            seen.addAll(page.jsonPath().getList("entries.id", String.class));
            next = next(page);
            pages++;
        }

        assertThat(pages).isEqualTo(3);
        assertThat(seen).containsExactlyInAnyOrderElementsOf(newestFirst);
        assertThat(seen.getFirst()).isEqualTo(newestFirst.getFirst());
    }

    @Test
    void a_list_can_be_narrowed_to_what_is_still_to_be_done() {
        String done = enter(thea, FIRST);
        String open = enter(thea, FIRST.plusSeconds(1));
        String token = Tokens.therapist(clinic, thea);
        given().auth()
                .oauth2(token)
                .post("/v1/inbox/" + done + "/acknowledge")
                .then()
                .statusCode(200);

        assertThat(ids(token, "?state=new")).containsExactly(open);
        assertThat(ids(token, "?state=acknowledged")).containsExactly(done);
        assertThat(ids(token, "?state=read")).isEmpty();
    }

    @Test
    void an_administrator_sees_what_is_for_the_whole_clinic_and_not_what_is_for_one_therapist() {
        String forAll = enter("*", FIRST);
        enter(thea, FIRST);

        assertThat(ids(Tokens.admin(clinic), "")).containsExactly(forAll);
    }

    @ParameterizedTest
    @CsvSource({"GET, ''", "POST, /read", "POST, /acknowledge"})
    void an_entry_of_another_clinic_looks_like_one_that_does_not_exist(String method, String action) {
        String id = enter("*", FIRST);
        String other = Tokens.newClinic();
        String token = Tokens.therapist(other, "tom." + other);

        Response foreign = given().auth().oauth2(token).request(method, "/v1/inbox/" + id + action);
        Response unknown = given().auth().oauth2(token).request(method, "/v1/inbox/" + "0".repeat(32) + action);

        assertThat(foreign.statusCode()).isEqualTo(404);
        assertThat(foreign.contentType()).startsWith("application/problem+json");
        assertThat(foreign.asString()).isEqualTo(unknown.asString());
        assertThat(ids(token, "")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "..", "%2e%2e%2finbox", "0123456789ABCDEF0123456789ABCDEF"})
    void an_id_of_another_form_is_an_unknown_entry(String id) {
        given().auth()
                .oauth2(Tokens.therapist(clinic, thea))
                .urlEncodingEnabled(false)
                .post("/v1/inbox/" + id + "/read")
                .then()
                .statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({
        "state=done, state",
        "state=NEW, state",
        "limit=0, limit",
        "limit=201, limit",
        "limit=-1, limit",
        "limit=ten, limit",
        "limit=1.5, limit",
        "cursor=nonsense, cursor",
        "cursor=%C3%A9, cursor"
    })
    void a_parameter_that_cannot_be_is_named(String query, String parameter) {
        given().auth()
                .oauth2(Tokens.therapist(clinic, thea))
                .urlEncodingEnabled(false)
                .get("/v1/inbox?" + query)
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors[0].parameter", equalTo(parameter));
    }

    @ParameterizedTest
    @CsvSource({"GET, /v1/inbox", "GET, /v1/inbox/x", "POST, /v1/inbox/x/read", "POST, /v1/inbox/x/acknowledge"})
    void only_clinicians_get_in(String method, String path) {
        given().request(method, path).then().statusCode(401).contentType("application/problem+json");
        given().auth().oauth2("not.a.token").request(method, path).then().statusCode(401);
        for (String token : List.of(Tokens.patient(clinic, UUID.randomUUID().toString()), Tokens.system(clinic))) {
            given().auth()
                    .oauth2(token)
                    .request(method, path)
                    .then()
                    .statusCode(403)
                    .contentType(containsString("problem+json"));
        }
    }

    private String enter(String addressee, Instant raisedAt) {
        PatientRef patient = new PatientRef(new ClinicId(clinic), new PatientId(UUID.randomUUID()));
        InsightRaised insight = new InsightRaised(
                InsightRule.MILESTONE_30,
                1,
                LocalDate.of(2026, 11, 20),
                null,
                Severity.INFO,
                null,
                new TreeMap<>(),
                List.of());
        Addressee whom = addressee.equals("*")
                ? new Addressee.WholeClinic()
                : new Addressee.Clinician(new ClinicianId(addressee));
        return inbox.enter(InboxEntry.fresh(patient, whom, new Finding(insight, raisedAt, null), List.of()))
                .id()
                .value();
    }

    private static List<String> ids(String token, String query) {
        return given().auth()
                .oauth2(token)
                .get("/v1/inbox" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("entries.id", String.class);
    }

    private static @Nullable String next(Response page) {
        String link = page.header("Link");
        if (link == null) {
            return null;
        }
        assertThat(link).endsWith("; rel=\"next\"");
        return link.substring(link.indexOf('<') + 1, link.indexOf('>'));
    }
}
