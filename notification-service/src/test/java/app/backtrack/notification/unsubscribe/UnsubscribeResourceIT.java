package app.backtrack.notification.unsubscribe;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import app.backtrack.events.ClinicId;
import app.backtrack.events.PatientId;
import app.backtrack.notification.ClinicianId;
import app.backtrack.notification.NoticeKind;
import app.backtrack.notification.Recipient;
import app.backtrack.testkit.quarkus.BackEndsResource;
import app.backtrack.testkit.quarkus.Tokens;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = BackEndsResource.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class UnsubscribeResourceIT {
    @Inject
    StopLinks links;

    private final String clinic = Tokens.newClinic();
    private final String thea = "thea." + clinic;
    private final String token = Tokens.therapist(clinic, thea);

    @Test
    void opening_the_link_only_asks() {
        String path = path(NoticeKind.ALERT);

        given().get(path)
                .then()
                .statusCode(200)
                .contentType("text/html")
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer")
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .body(containsString("<form method=\"post\">"))
                .body(containsString("alerts about your patients"));

        assertThat(mailed("alert")).isTrue();
    }

    @Test
    void one_click_in_a_mail_program_ends_such_mails_without_a_login() {
        String path = path(NoticeKind.ALERT);

        for (int click = 0; click < 2; click++) {
            given().contentType("application/x-www-form-urlencoded")
                    .body("List-Unsubscribe=One-Click")
                    .post(path)
                    .then()
                    .statusCode(200)
                    .body(containsString("You get no more mails of this kind"));
        }

        assertThat(mailed("alert")).isFalse();
        given().auth()
                .oauth2(token)
                .get("/v1/preferences")
                .then()
                .header("ETag", "\"1\"")
                .body("preferences.kinds.alert.'web-push'", equalTo(true));
    }

    @Test
    void a_patient_ends_one_kind_and_keeps_the_others() {
        UUID patient = UUID.randomUUID();
        Recipient recipient = new Recipient.Patient(new PatientId(patient));
        String path = links.link(new ClinicId(clinic), recipient, NoticeKind.POSTURE_RESET)
                .getPath();

        given().post(path).then().statusCode(200);

        given().auth()
                .oauth2(Tokens.patient(clinic, patient.toString()))
                .get("/v1/preferences")
                .then()
                .body("preferences.kinds.'posture-reset'.email", equalTo(false))
                .body("preferences.kinds.'session-due'.email", equalTo(true));
    }

    @Test
    void a_link_says_nothing_of_whose_it_is() {
        assertThat(path(NoticeKind.ALERT)).doesNotContain(clinic, thea, "alert");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "AAAA", "%20", "AWF2ZXJ5bG9uZ3Rva2VudGhhdGlzbm9uZW9mb3Vycw"})
    void a_link_that_is_none_of_ours_changes_nothing_and_says_so(String made) {
        given().get("/v1/unsubscriptions/" + made).then().statusCode(404).contentType("text/html");
        given().post("/v1/unsubscriptions/" + made).then().statusCode(404);
    }

    @Test
    void a_link_that_was_changed_is_none_of_ours() {
        String path = path(NoticeKind.ALERT);
        char last = path.charAt(path.length() - 10);
        String changed =
                path.substring(0, path.length() - 10) + (last == 'A' ? 'B' : 'A') + path.substring(path.length() - 9);

        given().post(changed).then().statusCode(404);
        assertThat(mailed("alert")).isTrue();
    }

    private String path(NoticeKind kind) {
        return links.link(new ClinicId(clinic), new Recipient.Clinician(new ClinicianId(thea)), kind)
                .getPath();
    }

    private boolean mailed(String kind) {
        return given().auth()
                .oauth2(token)
                .get("/v1/preferences")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getBoolean("preferences.kinds." + kind + ".email");
    }
}
