package app.backtrack.program.erasure;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import app.backtrack.program.clinic.RetentionBook;
import app.backtrack.program.it.Api;
import app.backtrack.program.patient.PatientEnding;
import app.backtrack.testkit.quarkus.BackEndsResource;
import app.backtrack.testkit.quarkus.Tokens;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = BackEndsResource.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class RetentionIT {
    private final String clinic = Tokens.newClinic();
    private final Api admin = new Api(Tokens.admin(clinic));
    private final Api therapist = new Api(Tokens.therapist(clinic, "thea." + clinic));
    private final String patient = UUID.randomUUID().toString();
    private final String path = "/v1/patients/" + patient;

    @Inject
    RetentionBook years;

    @Inject
    PatientEnding patients;

    @Inject
    ErasureDesk desk;

    @Inject
    Clock clock;

    @Test
    void a_clinic_that_has_set_years_is_warned_and_then_its_discharged_patients_are_erased() {
        String enrolled = UUID.randomUUID().toString();
        therapist.enrol(enrolled);
        discharged();
        admin.request()
                .header("If-Match", "\"0\"")
                .body("{\"retentionYears\":1}")
                .put("/v1/clinic/settings")
                .then()
                .statusCode(200);

        in(Duration.ofDays(3)).sweep();
        therapist.get(path).statusCode(200);
        admin.get("/v1/retention-due?days=30").statusCode(200).body("patients", hasSize(0));

        in(Duration.ofDays(380)).sweep();

        therapist.get(path).statusCode(410);
        therapist.get("/v1/patients/" + enrolled).statusCode(200);
        admin.get(path + "/erasure")
                .statusCode(200)
                .body("reason", equalTo("retention-over"))
                .body("decidedBy.role", equalTo("backtrack"));
    }

    @Test
    void a_clinic_that_has_set_nothing_keeps_everybody() {
        discharged();

        in(Duration.ofDays(40L * 366)).sweep();

        therapist.get(path).statusCode(200);
        admin.get("/v1/retention-due?days=400")
                .statusCode(200)
                .body("retentionYears", nullValue())
                .body("patients", hasSize(0));
    }

    private void discharged() {
        therapist.enrol(patient);
        therapist
                .request()
                .header("If-Match", "\"1\"")
                .post(path + "/discharge")
                .then()
                .statusCode(200);
    }

    private RetentionDesk in(Duration ahead) {
        return new RetentionDesk(years, patients, desk, Clock.offset(clock, ahead));
    }
}
