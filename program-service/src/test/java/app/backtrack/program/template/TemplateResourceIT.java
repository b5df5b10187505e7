package app.backtrack.program.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import app.backtrack.program.it.Api;
import app.backtrack.testkit.quarkus.BackEndsResource;
import app.backtrack.testkit.quarkus.Tokens;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
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
class TemplateResourceIT {
    private static final List<String> OURS = List.of(
            "lower-back-starter",
            "imbalance-correction",
            "resilient-back",
            "posture-and-desk-day",
            "recovery-and-mobility",
            "maintenance");
    private static final String TEMPLATES = "/v1/templates";
    private static final String OWN = TEMPLATES + "/our-lower-back";
    private static final String BODY =
            "{\"name\":\"Our lower back\",\"description\":\"For office workers\",\"weeks\":8,"
                    + "\"phases\":[{\"name\":\"First weeks\",\"fromWeek\":1,\"toWeek\":4,\"items\":["
                    + "{\"exercise\":\"plank\",\"sets\":{\"min\":1,\"max\":2},\"holdSeconds\":{\"min\":10,\"max\":20},"
                    + "\"sides\":{\"rule\":\"two-sided\"},"
                    + "\"frequency\":{\"repetition\":\"times-per-week\",\"times\":3}}],\"habits\":[\"sitting\"]},"
                    + "{\"name\":\"Then\",\"fromWeek\":5,\"toWeek\":8,\"items\":["
                    + "{\"exercise\":\"bird-dog\",\"sides\":{\"rule\":\"weaker-first\"},"
                    + "\"frequency\":{\"repetition\":\"daily\"}}]}]}";

    private final String clinic = Tokens.newClinic();
    private final Api admin = new Api(Tokens.admin(clinic));

    @Test
    void templates_are_listed_and_shown() {
        admin.get(TEMPLATES).statusCode(200).body("templates.id", equalTo(OURS));
        admin.get(TEMPLATES + "/lower-back-starter")
                .statusCode(200)
                .header("ETag", equalTo("\"1\""))
                .body("origin", equalTo("built-in"))
                .body("weeks", equalTo(12))
                .body("phases[0].items[0].containsKey('reps')", equalTo(true))
                .body("phases[0].items[0].reps", nullValue());
        admin.get(TEMPLATES + "/resilient-back")
                .body("phases.fromWeek", equalTo(List.of(1, 5)))
                .body("phases[1].toWeek", equalTo(12))
                .body(
                        "phases[0].items.exercise",
                        equalTo(List.of("abdominal-drawing-in", "bird-dog", "dead-bug-band", "side-plank")))
                .body("phases[1].habits", hasItem("chk-functional-patterns"));
    }

    @Test
    void an_unknown_template_is_not_found() {
        refused(admin.get(TEMPLATES + "/another"), 404, "unknown-template");
        refused(admin.get(TEMPLATES + "/maintenance?version=2"), 404, "unknown-version");
        admin.get(TEMPLATES + "/maintenance?version=x").statusCode(422).body("errors[0].parameter", equalTo("version"));
    }

    @Test
    void templates_are_for_the_clinics_people() {
        Api patient = new Api(Tokens.patient(clinic, UUID.randomUUID().toString()));
        patient.get(TEMPLATES).statusCode(403);
        patient.put(OWN, BODY).statusCode(403);
        new Api(Tokens.system(clinic)).get(TEMPLATES).statusCode(200);
        new Api(Tokens.system(clinic)).put(OWN, BODY).statusCode(403);
        RestAssured.get(TEMPLATES).then().statusCode(401);
    }

    @Test
    void a_clinic_writes_a_template_and_changes_it_with_every_version_kept() {
        admin.put(OWN, BODY)
                .statusCode(201)
                .header("ETag", equalTo("\"1\""))
                .header("Location", equalTo(OWN))
                .body("origin", equalTo("clinic"))
                .body("phases[0].items.exercise", equalTo(List.of("plank")));
        admin.put(OWN, BODY).statusCode(200).body("version", equalTo(1));
        change(1, BODY.replace("Our lower", "Lower")).statusCode(200).header("ETag", equalTo("\"2\""));

        admin.get(OWN).body("name", equalTo("Lower back"));
        admin.get(OWN + "?version=1").body("name", equalTo("Our lower back"));
        admin.get(TEMPLATES).body("templates.id", hasItem("our-lower-back"));
        refused(admin.put(OWN, BODY), 428, "version-required");
        refused(change(1, BODY), 412, "stale-version");
    }

    @Test
    void of_racing_changes_of_one_version_one_wins() throws Exception {
        admin.put(OWN, BODY).statusCode(201);
        Callable<Response> change =
                () -> admin.request().header("If-Match", "\"1\"").body(BODY).put(OWN);

        assertThat(Api.race(List.of(change, change, change))).containsExactly(200, 412, 412);
    }

    @Test
    void a_copy_of_ours_needs_an_id_of_its_own() throws Exception {
        refused(admin.put(TEMPLATES + "/maintenance", BODY), 409, "template-is-built-in");
        refused(change(1, BODY), 404, "unknown-template");
        admin.put(TEMPLATES + "/No", BODY).statusCode(422).body("errors[0].parameter", equalTo("templateId"));
        String phases = new ObjectMapper()
                .writeValueAsString(
                        admin.get(TEMPLATES + "/resilient-back").extract().<List<?>>path("phases"));
        admin.put(OWN, "{\"name\":\"Copy\",\"description\":\"A copy\",\"weeks\":12,\"phases\":" + phases + "}")
                .statusCode(201);
    }

    @Test
    void another_clinic_sees_nothing_of_it() {
        admin.put(OWN, BODY).statusCode(201);
        Api other = new Api(Tokens.admin(Tokens.newClinic()));

        refused(other.get(OWN), 404, "unknown-template");
        other.get(TEMPLATES).body("templates.id", equalTo(OURS));
        refused(other.request().header("If-Match", "\"1\"").body(BODY).put(OWN).then(), 404, "unknown-template");
    }

    @Test
    void a_program_is_prescribed_from_a_clinics_own_template() {
        String patient = UUID.randomUUID().toString();
        String program = "/v1/patients/" + patient + "/programs/" + UUID.randomUUID();
        String prescription =
                "{\"template\":\"our-lower-back\",\"startsOn\":\"" + LocalDate.now(ZoneOffset.UTC) + "\"}";
        admin.enrol(patient);
        admin.put(program, prescription).statusCode(422).body("errors[0].pointer", equalTo("/template"));
        admin.put(OWN, BODY).statusCode(201);

        admin.put(program, prescription)
                .statusCode(201)
                .body("plan.template", equalTo("our-lower-back"))
                .body("plan.weeks", equalTo(8))
                .body("plan.phases.name", equalTo(List.of("First weeks", "Then")))
                .body("plan.items.exercise", equalTo(List.of("plank", "bird-dog")))
                .body("plan.items.weeks.min", equalTo(List.of(1, 5)))
                .body("plan.items[0].holdSeconds.max", equalTo(20))
                .body("plan.items[1].sides.rule", equalTo("each"))
                .body("plan.habits[0].fromWeek", equalTo(1));
        change(1, BODY.replace("Our lower", "Lower")).statusCode(200);
        admin.get(program).body("plan.name", equalTo("Our lower back"));
    }

    @Test
    void the_weaker_side_is_named_at_the_prescription() {
        String patient = UUID.randomUUID().toString();
        admin.enrol(patient);
        admin.put(OWN, BODY).statusCode(201);

        admin.put(
                        "/v1/patients/" + patient + "/programs/" + UUID.randomUUID(),
                        "{\"template\":\"our-lower-back\",\"weakerSide\":\"right\",\"startsOn\":\""
                                + LocalDate.now(ZoneOffset.UTC) + "\"}")
                .statusCode(201)
                .body("plan.items[0].sides.rule", equalTo("two-sided"))
                .body("plan.items[1].sides.rule", equalTo("weaker-first"))
                .body("plan.items[1].sides.weaker", equalTo("right"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "/name                          | 'Our lower back'    | ''",
                "/description                   | 'description':'For office workers', | ~~",
                "/weeks                         | 'weeks':8           | 'weeks':53",
                "/weeks                         | 'weeks':8           | 'weeks':9",
                "/weeks                         | 'weeks':8           | 'weeks':'8'",
                "/phases/0/fromWeek             | 'fromWeek':1        | 'fromWeek':0",
                "/phases/1/fromWeek             | 'fromWeek':5        | 'fromWeek':6",
                "/phases/0/habits/0             | 'sitting'           | 'flying'",
                "/phases/0/items/0/exercise     | 'plank'             | 'handstand'",
                "/phases/0/items/0/exercise     | 'plank'             | 'cross'",
                "/phases/0/items/0/holdSeconds  | 'plank'             | 'glute-bridge'",
                "/phases/0/items/0/sides/rule   | 'two-sided'         | 'each'",
                "/phases/0/items/0/weeks        | 'sets':             | 'weeks':{'min':1,'max':2},'sets':",
                "/phases/1/items/0/sides/weaker | 'weaker-first'      | 'weaker-first','weaker':'left'",
                "/phases/1/items/0/targetDate   | 'bird-dog',         | 'bird-dog','targetDate':'2026-11-20',",
                "/phases/0/items/0/sets         | 'min':1,'max':2     | 'min':3,'max':2",
                "/phases/0/items/0/frequency/times | 'times':3         | 'times':8",
                "/phases/0/items/0/frequency/times | 'times':3         | 'weekdays':['MONDAY']",
                "/phases/1/items/0/reps         | 'bird-dog'          | 'side-plank','reps':{'min':1,'max':2}",
                "/id                            | 'name':'Our         | 'id':'x','name':'Our",
            })
    void a_bad_template_is_refused_with_its_place(String pointer, String good, @Nullable String bad) {
        String body = BODY.replace(good.replace('\'', '"'), bad == null ? "" : bad.replace('\'', '"'));
        assertThat(body).isNotEqualTo(BODY);

        admin.put(OWN, body)
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors.pointer", hasItem(pointer));
        admin.get(OWN).statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null", "[null]", "{}"})
    void a_template_without_phases_or_items_is_refused(String nothing) {
        String head = "{\"name\":\"Our\",\"description\":\"Ours\",\"weeks\":8,\"phases\":";
        String phase = "[{\"name\":\"First\",\"fromWeek\":1,\"toWeek\":8,\"items\":" + nothing + "}]}";

        admin.put(OWN, head + nothing + "}").statusCode(422).body("errors[0].pointer", startsWith("/phases"));
        admin.put(OWN, head + phase).statusCode(422).body("errors[0].pointer", startsWith("/phases/0/items"));
    }

    @Test
    void what_is_no_request_at_all_is_refused() {
        admin.put(OWN, "{\"name\":").statusCode(400);
        admin.put(OWN, "").statusCode(422);
        admin.put(OWN, "x".repeat(2 * 1024 * 1024)).statusCode(413);
        admin.request().contentType("text/plain").body(BODY).put(OWN).then().statusCode(415);
    }

    private ValidatableResponse change(int version, String body) {
        return admin.request()
                .header("If-Match", "\"" + version + "\"")
                .body(body)
                .put(OWN)
                .then();
    }

    private static ValidatableResponse refused(ValidatableResponse answer, int status, String code) {
        return answer.statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:backtrack:problem:" + code));
    }
}
