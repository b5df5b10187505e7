package app.backtrack.program.contraindication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import app.backtrack.program.it.Api;
import app.backtrack.testkit.quarkus.BackEndsResource;
import app.backtrack.testkit.quarkus.Tokens;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(value = BackEndsResource.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ContraindicationResourceIT {
    private static final String BLOCK = "{\"standing\":\"block\",\"because\":\"fracture in June\"}";
    private static final String WARN = "{\"standing\":\"warn\",\"because\":\"healing\"}";
    private static final String LIFTED = "{\"standing\":\"lifted\",\"because\":\"healed\"}";

    private final String clinic = Tokens.newClinic();
    private final String clinician = "thea." + clinic;
    private final String patient = UUID.randomUUID().toString();
    private final String path = "/v1/patients/" + patient + "/contraindications";
    private final String sidePlank = path + "/side-plank";
    private final Api therapist = new Api(Tokens.therapist(clinic, clinician));

    @BeforeEach
    void enrol() {
        therapist.enrol(patient);
    }

    @Test
    void it_is_set_changed_and_lifted_with_every_version_kept() {
        therapist
                .put(sidePlank, BLOCK)
                .statusCode(201)
                .header("ETag", equalTo("\"1\""))
                .header("Location", equalTo(sidePlank))
                .body("exercise", equalTo("side-plank"))
                .body("setBy.id", equalTo(clinician));
        therapist.put(sidePlank, BLOCK).statusCode(200).body("version", equalTo(1));
        change(1, LIFTED).statusCode(200).header("ETag", equalTo("\"2\""));

        therapist.get(sidePlank).body("standing", equalTo("lifted")).body("because", equalTo("healed"));
        therapist.get(sidePlank + "?version=1").body("because", equalTo("fracture in June"));
        therapist.put(path + "/plank", WARN).statusCode(201);
        therapist.get(path).body("contraindications.exercise", contains("plank", "side-plank"));
        refused(therapist.put(sidePlank, BLOCK), 428, "version-required");
        refused(change(1, BLOCK), 412, "stale-version").body("current.version", equalTo(2));
        refused(therapist.get(sidePlank + "?version=3"), 404, "unknown-version");
        refused(therapist.get(path + "/bird-dog"), 404, "unknown-contraindication");
    }

    @Test
    void of_racing_changes_of_one_version_one_wins() throws Exception {
        therapist.put(sidePlank, BLOCK).statusCode(201);
        Callable<Response> change = () ->
                therapist.request().header("If-Match", "\"1\"").body(LIFTED).put(sidePlank);

        assertThat(Api.race(List.of(change, change, change))).containsExactly(200, 412, 412);
    }

    @Test
    void it_blocks_a_template_that_holds_the_exercise_until_it_is_overridden_or_lifted() {
        therapist.put(sidePlank, BLOCK).statusCode(201);

        prescribe("")
                .statusCode(422)
                .body("type", equalTo("urn:backtrack:problem:contraindicated"))
                .body("errors[0].detail", containsString("for-this-patient of side-plank"));
        prescribe(",\"overrides\":[{\"exercise\":\"side-plank\",\"caution\":\"for-this-patient\","
                        + "\"because\":\"on the knees\"}]")
                .statusCode(201)
                .body("version", equalTo(2));
    }

    @Test
    void it_warns_while_it_stands_and_says_nothing_once_it_is_lifted() {
        therapist.put(sidePlank, WARN).statusCode(201);
        prescribe("").statusCode(201).body("warnings.detail", contains("for-this-patient: healing"));
        change(1, LIFTED).statusCode(200);

        prescribe("").statusCode(201).body("warnings", empty());
    }

    @Test
    void another_patients_or_clinics_do_not_count() {
        String other = UUID.randomUUID().toString();
        therapist.enrol(other);
        therapist
                .put("/v1/patients/" + other + "/contraindications/side-plank", BLOCK)
                .statusCode(201);

        prescribe("").statusCode(201).body("warnings", empty());
        therapist.get(path).body("contraindications", empty());
        Api stranger = new Api(Tokens.admin(Tokens.newClinic()));
        refused(stranger.get(path), 404, "unknown-patient");
        refused(stranger.put(sidePlank, BLOCK), 404, "unknown-patient");
    }

    @Test
    void clinicians_set_it_and_the_patient_reads_it() {
        Api self = new Api(Tokens.patient(clinic, patient));

        new Api(Tokens.system(clinic)).put(sidePlank, BLOCK).statusCode(403);
        self.put(sidePlank, BLOCK).statusCode(403);
        therapist.put(sidePlank, BLOCK).statusCode(201);
        self.get(sidePlank).statusCode(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "/standing | {'standing':'maybe','because':'x'}",
                "/standing | {'because':'x'}",
                "/because  | {'standing':'block'}",
                "/because  | {'standing':'block','because':' '}",
                "/level    | {'standing':'block','because':'x','level':'warn'}",
            })
    void a_bad_one_is_refused_with_its_place(String pointer, String body) {
        therapist.put(sidePlank, body.replace('\'', '"')).statusCode(422).body("errors.pointer", hasItem(pointer));
    }

    @ParameterizedTest
    @CsvSource({"handstand", "sitting", "Side!"})
    void it_is_about_something_that_a_plan_can_hold(String exercise) {
        therapist.put(path + "/" + exercise, BLOCK).statusCode(422).body("errors.parameter", contains("exerciseId"));
    }

    private ValidatableResponse prescribe(String members) {
        String program = UUID.randomUUID().toString();
        String before = "/v1/patients/" + patient + "/programs";
        List<String> open =
                therapist.get(before).extract().path("programs.findAll { it.status == 'active' }.programId");
        open.forEach(id -> therapist
                .request()
                .header("If-Match", "\"1\"")
                .post(before + "/" + id + "/stop")
                .then()
                .statusCode(200));
        return therapist.put(
                before + "/" + program,
                "{\"template\":\"maintenance\",\"startsOn\":\"" + LocalDate.now(ZoneOffset.UTC) + "\"" + members + "}");
    }

    private ValidatableResponse change(int version, String body) {
        return therapist
                .request()
                .header("If-Match", "\"" + version + "\"")
                .body(body)
                .put(sidePlank)
                .then();
    }

    private static ValidatableResponse refused(ValidatableResponse answer, int status, String code) {
        return answer.statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:backtrack:problem:" + code));
    }
}
