package app.backtrack.program.patient;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import app.backtrack.program.it.Api;
import app.backtrack.testkit.quarkus.BackEndsResource;
import app.backtrack.testkit.quarkus.Tokens;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = BackEndsResource.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ConsentResourceIT {
    private final String clinic = Tokens.newClinic();
    private final Api therapist = new Api(Tokens.therapist(clinic, "thea." + clinic));
    private final String patient = UUID.randomUUID().toString();
    private final String path = "/v1/patients/" + patient;

    @BeforeEach
    void enrol() {
        therapist.enrol(patient);
    }

    @Test
    void consent_is_noted_and_withdrawn_with_who_and_since_when_and_what_follows() {
        therapist
                .get(path + "/consents")
                .statusCode(200)
                .header("ETag", equalTo("\"1\""))
                .body("consents[0].purpose", equalTo("tracking"))
                .body("consents[0].given", nullValue())
                .body("consents[0].meaning", containsString("kept and evaluated"));

        put(1, "{\"given\":true,\"wording\":\"Form 3, on paper\"}")
                .statusCode(200)
                .header("ETag", equalTo("\"2\""))
                .body("consents[0].given", equalTo(true))
                .body("consents[0].wording", equalTo("Form 3, on paper"))
                .body("consents[0].notedBy.role", equalTo("therapist"));
        put(2, "{\"given\":true}").statusCode(200).header("ETag", equalTo("\"2\""));
        put(1, "{\"given\":false}").statusCode(412);
        put(2, "{\"given\":false}").statusCode(200).body("consents[0].given", equalTo(false));

        new Api(Tokens.patient(clinic, patient))
                .get(path + "/consents")
                .statusCode(200)
                .body("consents[0].given", equalTo(false));
        therapist
                .get(path + "/history")
                .statusCode(200)
                .body("versions[1].decision", equalTo("consent-given"))
                .body("versions[2].decision", equalTo("consent-withdrawn"));
    }

    @Test
    void a_discharged_patient_can_withdraw_too() {
        therapist
                .request()
                .header("If-Match", "\"1\"")
                .post(path + "/discharge")
                .then()
                .statusCode(200);

        put(2, "{\"given\":false}").statusCode(200).body("consents[0].given", equalTo(false));
    }

    @Test
    void what_is_no_purpose_or_says_nothing_is_refused() {
        therapist
                .request()
                .header("If-Match", "\"1\"")
                .body("{\"given\":true}")
                .put(path + "/consents/marketing")
                .then()
                .statusCode(404);
        put(1, "{}").statusCode(422);
        therapist.put(path + "/consents/tracking", "{\"given\":true}").statusCode(428);
    }

    private ValidatableResponse put(int version, String body) {
        return therapist
                .request()
                .header("If-Match", "\"" + version + "\"")
                .body(body)
                .put(path + "/consents/tracking")
                .then();
    }
}
