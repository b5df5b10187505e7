package app.backtrack.notification.contact;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import app.backtrack.events.ClinicId;
import app.backtrack.events.PatientId;
import app.backtrack.events.PatientRef;
import app.backtrack.notification.Recipient;
import app.backtrack.notification.home.HomeStore;
import app.backtrack.notification.watch.SentMail;
import app.backtrack.testkit.quarkus.BackEndsResource;
import app.backtrack.testkit.quarkus.Tokens;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = BackEndsResource.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class PatientMailboxResourceIT {
    private static final Pattern CODE = Pattern.compile("\\b(\\d{6})\\b");

    @Inject
    HomeStore homes;

    @Inject
    MailboxStore mailboxes;

    @Inject
    AddressCheckStore checks;

    private final String clinic = Tokens.newClinic();
    private final PatientId patient = new PatientId(UUID.randomUUID());
    private final String path = "/v1/patients/" + patient + "/mailbox";
    private final String own = Tokens.patient(clinic, patient.toString());
    private final String therapist = Tokens.therapist(clinic, "thea." + clinic);
    private final String address = "pat." + patient.toString().substring(0, 8) + "@mail.example";

    @BeforeEach
    void the_patient_is_enrolled() {
        homes.lives(new PatientRef(new ClinicId(clinic), patient), 1, "Europe/Berlin", LocalDate.EPOCH);
    }

    @Test
    void an_address_counts_once_its_owner_has_given_the_code_that_was_mailed_there() {
        given().auth().oauth2(own).get(path).then().statusCode(404);
        put(own, address).statusCode(200).body("unverified", equalTo(address)).body("email", nullValue());
        assertThat(mailboxes.find(new ClinicId(clinic), recipient())).isEmpty();

        Map<String, String> mail = mail(address);
        assertThat(mail.get("subject")).doesNotContainPattern("\\d").doesNotContain("pain");
        assertThat(mail.get("text")).doesNotContain(patient.toString(), clinic);
        String code = code(mail);
        verify(code.equals("000000") ? "000001" : "000000").statusCode(422).body("errors[0].pointer", equalTo("/code"));
        verify(code).statusCode(200).body("email", equalTo(address)).body("unverified", nullValue());
        verify(code).statusCode(409).body("type", equalTo("urn:backtrack:problem:no-code"));
    }

    @Test
    void the_clinic_names_a_first_address_and_the_patient_alone_changes_it() {
        put(therapist, address).statusCode(200);
        verify(code(mail(address))).statusCode(200);

        put(therapist, "other." + address)
                .statusCode(409)
                .body("type", equalTo("urn:backtrack:problem:address-is-the-patients"));
        put(own, "new." + address)
                .statusCode(200)
                .body("email", equalTo(address))
                .body("unverified", equalTo("new." + address));
    }

    @Test
    void the_clinic_does_not_overrule_an_address_that_the_patient_named() {
        put(own, address).statusCode(200);

        put(therapist, "other." + address).statusCode(409);
        assertThat(SentMail.to("other." + address)).isEmpty();
    }

    @Test
    void codes_are_mailed_once_a_minute_and_are_void_after_five_wrong_ones() {
        put(own, address).statusCode(200);
        put(own, "new." + address).statusCode(429).body("type", equalTo("urn:backtrack:problem:too-many-codes"));
        String code = code(mail(address));
        String wrong = code.equals("000000") ? "000001" : "000000";
        for (int i = 0; i < 5; i++) {
            verify(wrong).statusCode(422);
        }

        verify(code).statusCode(409);
        assertThat(SentMail.to("new." + address)).isEmpty();
    }

    @Test
    void a_code_works_only_for_the_patient_whom_it_was_mailed_for() {
        put(own, address).statusCode(200);
        String code = code(mail(address));
        String other = UUID.randomUUID().toString();

        given().auth()
                .oauth2(Tokens.patient(clinic, other))
                .contentType(ContentType.JSON)
                .body(Map.of("code", code))
                .post("/v1/patients/" + other + "/mailbox/verification")
                .then()
                .statusCode(409);
        given().auth()
                .oauth2(therapist)
                .contentType(ContentType.JSON)
                .body(Map.of("code", code))
                .post(path + "/verification")
                .then()
                .statusCode(403);
    }

    @Test
    void everything_is_forgotten_at_once() {
        put(own, address).statusCode(200);
        verify(code(mail(address))).statusCode(200);
        given().auth().oauth2(own).delete(path).then().statusCode(204);
        given().auth().oauth2(own).delete(path).then().statusCode(204);
        given().auth().oauth2(own).get(path).then().statusCode(404);
    }

    @Test
    void an_address_that_waits_for_its_code_is_erased_with_its_patient() {
        put(own, address).statusCode(200);
        checks.erase(new ClinicId(clinic), patient);

        given().auth().oauth2(own).get(path).then().statusCode(404);
    }

    @Test
    void others_learn_nothing() {
        put(own, address).statusCode(200);
        String stranger = Tokens.therapist(Tokens.newClinic(), "tom." + clinic);
        String patients = Tokens.patient(clinic, UUID.randomUUID().toString());

        for (String who : List.of(stranger, patients)) {
            given().auth()
                    .oauth2(who)
                    .get(path)
                    .then()
                    .statusCode(404)
                    .body("type", equalTo("urn:backtrack:problem:unknown-patient"));
            put(who, "x." + address).statusCode(404);
        }
        given().auth().oauth2(therapist).delete(path).then().statusCode(403);
        given().auth().oauth2(therapist).get(path).then().statusCode(200).body("unverified", equalTo(address));
    }

    private ValidatableResponse put(String who, String email) {
        return given().auth()
                .oauth2(who)
                .contentType(ContentType.JSON)
                .body(Map.of("email", email))
                .put(path)
                .then();
    }

    private ValidatableResponse verify(String code) {
        return given().auth()
                .oauth2(own)
                .contentType(ContentType.JSON)
                .body(Map.of("code", code))
                .post(path + "/verification")
                .then();
    }

    private Recipient recipient() {
        return new Recipient.Patient(patient);
    }

    private static Map<String, String> mail(String to) {
        await().atMost(Duration.ofSeconds(10)).until(() -> !SentMail.to(to).isEmpty());
        return SentMail.to(to).getLast();
    }

    private static String code(Map<String, String> mail) {
        Matcher matcher = CODE.matcher(mail.getOrDefault("text", ""));
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }
}
