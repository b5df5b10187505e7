package app.backtrack.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.testkit.backends.BackEnds;
import app.backtrack.testkit.parts.Account;
import app.backtrack.testkit.quarkus.Tokens;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@WebTest
class SignInIT {
    private static final String UNAUTHENTICATED = "urn:backtrack:problem:unauthenticated";

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    private final String clinic = Tokens.newClinic();
    private final Account therapist = Account.therapist(clinic, "therapist-" + clinic);
    private Surfer surfer = new Surfer(0);

    @BeforeEach
    void opened() {
        surfer = new Surfer(port);
    }

    @Test
    void whoever_signs_in_is_led_back_and_known() {
        HttpResponse<String> last = surfer.signIn(therapist, "/clinic/patients/7");

        assertThat(surfer.location(last).getPath()).isEqualTo("/clinic/patients/7");
        assertThat(surfer.get("/session").body())
                .contains("\"name\":\"" + therapist.name() + "\"", "\"clinicId\":\"" + clinic + "\"")
                .contains("\"role\":\"therapist\"", "\"home\":\"/clinic\"")
                .doesNotContain("patientId", "oken");
    }

    @Test
    void a_patient_is_led_to_the_patients_pages() {
        String id = UUID.randomUUID().toString();

        HttpResponse<String> last = surfer.signIn(Account.patient(clinic, id), "/clinic");

        assertThat(surfer.location(last).getPath()).isEqualTo("/my");
        assertThat(surfer.get("/session").body()).contains("\"patientId\":\"" + id + "\"");
    }

    @Test
    void the_browser_gets_an_id_and_no_token() {
        HttpResponse<String> last = surfer.signIn(therapist, "/clinic");

        assertThat(surfer.session().getValue()).matches("[A-Za-z0-9_-]{43}");
        assertThat(surfer.session().isHttpOnly()).isTrue();
        assertThat(surfer.cookies()).noneMatch(cookie -> cookie.getValue().contains("eyJ"));
        assertThat(last.headers().map().toString()).doesNotContain("eyJ");
    }

    @Test
    void what_is_stored_of_a_session_opens_nothing() {
        surfer.signIn(therapist, "/clinic");
        String cookie = surfer.session().getValue();

        try (MongoClient store = MongoClients.create(BackEnds.addresses().mongodb())) {
            List<Document> sessions = store.getDatabase("backtrack-web")
                    .getCollection("sessions")
                    .find()
                    .into(new ArrayList<>());
            assertThat(sessions)
                    .isNotEmpty()
                    .allSatisfy(session -> assertThat(session.keySet()).containsExactly("_id", "sealed", "endsAt"))
                    .noneSatisfy(session -> assertThat(session.toString()).contains(cookie));
        }
    }

    @Test
    void signing_out_ends_the_session_for_everybody_who_has_its_cookie() {
        surfer.signIn(therapist, "/clinic");
        String cookie = "q_session=" + surfer.session().getValue();

        HttpResponse<String> out = surfer.change("POST", "/sign-out", "");

        assertThat(out.body()).contains("/backtrack/endsession").doesNotContain("eyJ");
        assertThat(surfer.get("/session").statusCode()).isEqualTo(401);
        Surfer thief = new Surfer(port);
        assertThat(thief.send(thief.request("/session").setHeader("Cookie", cookie))
                        .body())
                .contains(UNAUTHENTICATED);
    }

    @Test
    void another_site_can_sign_nobody_out() {
        surfer.signIn(therapist, "/clinic");

        assertThat(surfer.send(surfer.request("/sign-out")
                                .header("Sec-Fetch-Site", "cross-site")
                                .POST(java.net.http.HttpRequest.BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(403);
        assertThat(surfer.get("/session").statusCode()).isEqualTo(200);
    }

    @Test
    void a_return_from_the_issuer_that_was_not_begun_here_signs_nobody_in() {
        HttpResponse<String> back = surfer.get("/sign-in/back?code=stolen&state=made-up");

        assertThat(surfer.location(back)).hasPath("/").hasQuery("sign-in=failed");
        assertThat(surfer.get("/session").statusCode()).isEqualTo(401);
    }

    @Test
    void a_sign_in_that_was_left_half_way_can_be_begun_again() {
        surfer.get("/sign-in?to=/clinic");

        HttpResponse<String> last = surfer.signIn(therapist, "/clinic");

        assertThat(surfer.location(last).getPath()).isEqualTo("/clinic");
    }

    @Test
    void a_made_up_session_is_nobodys() {
        assertThat(surfer.send(surfer.request("/session").setHeader("Cookie", "q_session=" + "A".repeat(43)))
                        .statusCode())
                .isEqualTo(401);
    }
}
