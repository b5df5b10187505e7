package app.backtrack.program.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import app.backtrack.events.ClinicId;
import app.backtrack.events.PatientId;
import app.backtrack.events.PatientRef;
import app.backtrack.program.it.Api;
import app.backtrack.runtime.sealing.KeyStore;
import app.backtrack.runtime.sealing.KeyStore.Lookup;
import app.backtrack.testkit.quarkus.BackEndsResource;
import app.backtrack.testkit.quarkus.Tokens;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = BackEndsResource.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ErasureResourceIT {
    private final String clinic = Tokens.newClinic();
    private final Api admin = new Api(Tokens.admin(clinic));
    private final Api therapist = new Api(Tokens.therapist(clinic, "thea." + clinic));
    private final String patient = UUID.randomUUID().toString();
    private final String path = "/v1/patients/" + patient;

    @Inject
    KeyStore keys;

    @BeforeEach
    void enrol() {
        therapist.enrol(patient);
    }

    @Test
    void an_erasure_destroys_the_key_before_it_is_answered_and_can_be_asked_for_again() {
        erase(admin).statusCode(202).body("state", equalTo("erasing")).body("receipt", nullValue());

        assertThat(keys.find(ref())).isEqualTo(new Lookup.Destroyed());
        erase(admin).statusCode(202).body("reason", equalTo("patient-request"));
        admin.get(path + "/erasure").statusCode(200).body("decidedBy.role", equalTo("clinic-admin"));
    }

    @Test
    void what_was_asked_about_an_erased_patient_is_gone_for_the_clinic_and_unknown_to_others() {
        Api stranger = new Api(Tokens.therapist(Tokens.newClinic(), "tom.elsewhere"));
        erase(admin).statusCode(202);

        therapist.get(path).statusCode(410).body("type", containsString("patient-erased"));
        therapist.get(path + "/history").statusCode(410);
        therapist.get(path + "/programs").statusCode(410);
        therapist.put(path, "{\"zone\":\"Europe/Berlin\",\"therapists\":[]}").statusCode(410);
        new Api(Tokens.patient(clinic, patient)).get(path + "/goals").statusCode(410);
        stranger.get(path).statusCode(404).body("type", containsString("unknown-patient"));
        stranger.get(path + "/erasure").statusCode(403);
    }

    @Test
    void a_patient_with_an_open_program_can_be_erased_and_the_service_reports_what_it_deleted() {
        therapist
                .put(
                        path + "/programs/" + UUID.randomUUID(),
                        "{\"template\":\"lower-back-starter\",\"startsOn\":\"" + LocalDate.now(Api.ZONE) + "\"}")
                .statusCode(201);

        erase(admin).statusCode(202);

        eventually(() -> admin.get(path + "/erasure")
                .statusCode(200)
                .body("deleted[0].service", equalTo("program-service"))
                .body("deleted[0].round", equalTo(1))
                .body("deleted[0].places.find { it.place == 'patients' }.documents", equalTo(1))
                .body("deleted[0].places.find { it.place == 'programs' }.documents", equalTo(1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"patientId\":\"0198f0a5-0000-7000-8000-000000000001\",\"reason\":\"patient-request\"}",
                "{\"reason\":\"patient-request\"}",
                "{\"patientId\":\"PATIENT\"}",
                "{\"patientId\":\"PATIENT\",\"reason\":\"retention-over\"}",
                "{\"patientId\":\"PATIENT\",\"reason\":\"because\"}",
                "{\"patientId\":\"PATIENT\",\"reason\":\"patient-request\",\"sure\":true}"
            })
    void who_does_not_say_it_deliberately_erases_nobody(String body) {
        admin.request()
                .body(body.replace("PATIENT", patient))
                .post(path + "/erasure")
                .then()
                .statusCode(422);

        therapist.get(path).statusCode(200);
        admin.get(path + "/erasure").statusCode(404).body("type", containsString("not-erased"));
    }

    @Test
    void only_the_clinic_s_own_administrator_may_erase() {
        Api stranger = new Api(Tokens.admin(Tokens.newClinic()));

        erase(therapist).statusCode(403);
        erase(new Api(Tokens.system(clinic))).statusCode(403);
        erase(new Api(Tokens.patient(clinic, patient))).statusCode(403);
        erase(stranger).statusCode(404);

        therapist.get(path).statusCode(200);
    }

    private ValidatableResponse erase(Api who) {
        return who.request()
                .body("{\"patientId\":\"" + patient + "\",\"reason\":\"patient-request\"}")
                .post(path + "/erasure")
                .then();
    }

    private PatientRef ref() {
        return new PatientRef(new ClinicId(clinic), PatientId.of(patient));
    }

    private static void eventually(Runnable assertion) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (true) {
            try {
                assertion.run();
                return;
            } catch (AssertionError notYet) {
                if (System.nanoTime() > end) {
                    throw notYet;
                }
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            }
        }
    }
}
