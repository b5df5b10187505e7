package app.backtrack.program.prescription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import app.backtrack.events.Actor;
import app.backtrack.events.EventEnvelope;
import app.backtrack.events.PatientRef;
import app.backtrack.events.ProgramEvent.Frequency;
import app.backtrack.events.ProgramEvent.PlannedExercise;
import app.backtrack.events.ProgramEvent.ProgramPlan;
import app.backtrack.events.ProgramEvent.ProgramPrescribed;
import app.backtrack.events.ProgramEvent.ProgramRevised;
import app.backtrack.events.ProgramEvent.Range;
import app.backtrack.events.ProgramEvent.Sides;
import app.backtrack.events.ProgramStatus;
import app.backtrack.events.Role;
import app.backtrack.events.SideRule;
import app.backtrack.program.it.Api;
import app.backtrack.program.it.LogBook;
import app.backtrack.program.template.Templates;
import app.backtrack.testkit.quarkus.BackEndsResource;
import app.backtrack.testkit.quarkus.Tokens;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = BackEndsResource.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ProgramResourceIT {
    private final LocalDate start = LocalDate.now(ZoneOffset.UTC).minusWeeks(12);
    private final String prescription =
            "{\"template\":\"lower-back-starter\",\"startsOn\":\"" + start + "\",\"reason\":\"desk work\"}";
    private static final String PLAN = "{\"name\":\"Weeks 5 to 12\",\"weeks\":8,\"reason\":\"ready for more\","
            + "\"items\":[{\"exercise\":\"plank\",\"sets\":{\"min\":2,\"max\":3},\"reps\":null,"
            + "\"holdSeconds\":{\"min\":20,\"max\":40},\"sides\":{\"rule\":\"two-sided\"},"
            + "\"frequency\":{\"repetition\":\"times-per-week\",\"times\":4}}]}";

    private final String clinic = Tokens.newClinic();
    private final String clinician = "thea." + clinic;
    private final String patient = UUID.randomUUID().toString();
    private final String program = UUID.randomUUID().toString();
    private final String programs = "/v1/patients/" + patient + "/programs";
    private final String path = programs + "/" + program;
    private final Api therapist = new Api(Tokens.therapist(clinic, clinician));

    @Inject
    LogBook log;

    @BeforeEach
    void enrol() {
        therapist.enrol(patient);
    }

    @Test
    void a_program_is_prescribed_from_a_template_with_a_start_in_the_past() {
        therapist
                .put(path, prescription)
                .statusCode(201)
                .header("ETag", equalTo("\"1\""))
                .header("Location", equalTo(path))
                .body("status", equalTo("active"))
                .body("effectiveFrom", equalTo(start.toString()))
                .body("plan.weeks", equalTo(12))
                .body("plan.items[0].exercise", equalTo("bird-dog"))
                .body("plan.items[0].sets.max", equalTo(3))
                .body("plan.items[0].containsKey('reps')", equalTo(true))
                .body("plan.items[0].reps", nullValue())
                .body("plan.items[0].weeks.max", equalTo(12))
                .body("plan.phases.name", equalTo(List.of("The whole routine")))
                .body("plan.habits.habit", equalTo(List.of("one-habit-at-a-time")))
                .body("warnings", equalTo(List.of()))
                .body("decidedBy.id", equalTo(clinician));
        therapist.get(path).statusCode(200).header("ETag", equalTo("\"1\"")).body("reason", equalTo("desk work"));
    }

    @Test
    void the_log_carries_the_whole_plan() throws Exception {
        therapist.put(path, prescription).statusCode(201);
        change("PUT", "plan", 1, PLAN).statusCode(200);

        EventEnvelope<?> prescribed = log.event("program/" + program + "/1");
        EventEnvelope<?> revised = log.event("program/" + program + "/2");

        UUID id = UUID.fromString(program);
        ProgramPlan starter = new Templates().all().get(0).plan(null).plan("lower-back-starter", start);
        ProgramPlan plan = new ProgramPlan(
                "lower-back-starter",
                "Weeks 5 to 12",
                start,
                8,
                List.of(),
                List.of(new PlannedExercise(
                        "plank",
                        null,
                        new Range(2, 3),
                        null,
                        new Range(20, 40),
                        null,
                        null,
                        null,
                        Sides.of(SideRule.TWO_SIDED),
                        Frequency.timesPerWeek(4),
                        null,
                        null)),
                List.of());
        LocalDate today = ((ProgramRevised) revised.data()).effectiveFrom();
        assertThat(prescribed.data()).isEqualTo(new ProgramPrescribed(id, 1, start, starter, "desk work"));
        assertThat(revised.data())
                .isEqualTo(new ProgramRevised(id, 2, today, plan, "ready for more", ProgramStatus.ACTIVE));
        assertThat(revised.subject()).isEqualTo(PatientRef.of(clinic + "/" + patient));
        assertThat(revised.actor()).isEqualTo(new Actor(Role.THERAPIST, clinician));
    }

    @Test
    void the_same_prescription_again_changes_nothing() {
        therapist.put(path, prescription).statusCode(201);
        change("POST", "pause", 1, "{}").statusCode(200);

        therapist.put(path, prescription).statusCode(200).body("version", equalTo(2));
        therapist
                .put(path, prescription.replace("desk", "hard"))
                .statusCode(409)
                .body("type", equalTo("urn:backtrack:problem:program-exists"));
    }

    @Test
    void a_patient_has_one_open_program_at_a_time() {
        String second = programs + "/" + UUID.randomUUID();
        therapist.put(path, prescription).statusCode(201);

        refused(therapist.put(second, prescription), 409, "another-program-open");
        change("POST", "pause", 1, "{}").statusCode(200);
        refused(therapist.put(second, prescription), 409, "another-program-open");
        change("POST", "stop", 2, "{}").statusCode(200);
        therapist.put(second, prescription).statusCode(201);
        therapist.get(programs).statusCode(200).body("programs.size()", equalTo(2));
    }

    @Test
    void of_racing_prescriptions_one_wins() throws Exception {
        List<Callable<Response>> requests = Stream.generate(() -> programs + "/" + UUID.randomUUID())
                .limit(6)
                .<Callable<Response>>map(
                        target -> () -> therapist.request().body(prescription).put(target))
                .toList();

        assertThat(Api.race(requests)).containsExactly(201, 409, 409, 409, 409, 409);
    }

    @Test
    void of_racing_changes_of_one_version_one_wins() throws Exception {
        therapist.put(path, prescription).statusCode(201);
        Callable<Response> revision =
                () -> therapist.request().header("If-Match", "\"1\"").body(PLAN).put(path + "/plan");

        assertThat(Api.race(List.of(revision, revision, revision, revision))).containsExactly(200, 412, 412, 412);
        therapist.get(path).body("version", equalTo(2));
    }

    @Test
    void a_change_names_the_version_that_was_seen() {
        therapist.put(path, prescription).statusCode(201);
        change("PUT", "plan", 1, PLAN).statusCode(200).header("ETag", equalTo("\"2\""));

        refused(change("PUT", "plan", 1, PLAN), 412, "stale-version")
                .header("ETag", equalTo("\"2\""))
                .body("current.version", equalTo(2))
                .body("current.etag", equalTo("\"2\""))
                .body("detail", containsString("diff?from=1"));
        refused(therapist.put(path + "/plan", PLAN), 428, "version-required");
        therapist
                .request()
                .header("If-Match", "W/\"2\"")
                .body(PLAN)
                .put(path + "/plan")
                .then()
                .statusCode(422)
                .body("errors[0].parameter", equalTo("If-Match"));
    }

    @Test
    void the_history_says_who_when_and_why_and_every_version_stays() {
        therapist.put(path, prescription).statusCode(201);
        change("PUT", "plan", 1, PLAN).statusCode(200);
        change("POST", "pause", 2, "{\"reason\":\"away\"}").statusCode(200).body("status", equalTo("paused"));
        refused(change("POST", "resume", 3, "{\"effectiveFrom\":\"" + start.plusWeeks(6) + "\"}"), 422, "in-the-past");
        change("POST", "resume", 3, "").statusCode(200).body("status", equalTo("active"));
        change("POST", "complete", 4, "").statusCode(200).body("status", equalTo("completed"));

        therapist
                .get(path + "/history")
                .statusCode(200)
                .body("versions.decision", equalTo(List.of("prescribed", "revised", "paused", "resumed", "completed")))
                .body("versions[2].reason", equalTo("away"))
                .body("versions[2].decidedBy.role", equalTo("therapist"))
                .body("versions[2].decidedAt", notNullValue());
        refused(change("POST", "resume", 5, "{}"), 409, "program-ended");
    }

    @Test
    void an_id_of_another_form_makes_no_program_and_finds_none() {
        therapist
                .put(programs + "/1-2-3-4-5", prescription)
                .statusCode(422)
                .body("errors[0].parameter", equalTo("programId"));
        refused(therapist.get(programs + "/1-2-3-4-5"), 404, "unknown-program");
        refused(therapist.get(programs + "/none"), 404, "unknown-program");
    }

    @Test
    void another_clinic_sees_nothing() {
        therapist.put(path, prescription).statusCode(201);
        Api other = new Api(Tokens.admin(Tokens.newClinic()));

        refused(other.get(path), 404, "unknown-patient");
        refused(other.get(programs), 404, "unknown-patient");
        refused(other.get(path + "/history"), 404, "unknown-patient");
        refused(other.put(path, prescription), 404, "unknown-patient");
        other.request()
                .header("If-Match", "\"1\"")
                .post(path + "/stop")
                .then()
                .statusCode(404)
                .body("type", equalTo("urn:backtrack:problem:unknown-patient"));
    }

    @Test
    void a_patient_reads_their_program_and_decides_nothing() {
        therapist.put(path, prescription).statusCode(201);
        Api self = new Api(Tokens.patient(clinic, patient));
        Api neighbour = new Api(Tokens.patient(clinic, UUID.randomUUID().toString()));

        self.get(path).statusCode(200);
        self.get(path + "/history").statusCode(200);
        self.get(programs).statusCode(200).body("programs[0].programId", equalTo(program));
        self.put(path, prescription).statusCode(403);
        self.request().header("If-Match", "\"1\"").post(path + "/stop").then().statusCode(403);
        neighbour.get(path).statusCode(404);
        new Api("none").get(path).statusCode(401);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "/template | {'template':'another','startsOn':'2026-09-01'}",
                "/template | {'startsOn':'2026-09-01'}",
                "/startsOn | {'template':'lower-back-starter'}",
                "/startsOn | {'template':'lower-back-starter','startsOn':'2026-02-30'}",
                "/startsOn | {'template':'lower-back-starter','startsOn':'1999-01-01'}",
                "/startsOn | {'template':'lower-back-starter','startsOn':'+999999999-12-31'}",
                "/startsOn | {'template':'lower-back-starter','startsOn':20260901}",
                "/weeks    | {'template':'lower-back-starter','startsOn':'2026-09-01','weeks':6}",
                "/weakerSide | {'template':'lower-back-starter','startsOn':'2026-09-01','weakerSide':'left'}",
                "/weakerSide | {'template':'imbalance-correction','startsOn':'2026-09-01','weakerSide':'both'}",
                "/weakerSide | {'template':'imbalance-correction','startsOn':'2026-09-01','weakerSide':'up'}",
                "/plan/items  | {'template':'maintenance','startsOn':'2026-09-01','plan':{'name':'Own','weeks':2}}",
                "/overrides/0/because | {'template':'maintenance','startsOn':'2026-09-01','overrides':[{'exercise':'plank','caution':'a'}]}",
                "/overrides/0/caution | {'template':'maintenance','startsOn':'2026-09-01','overrides':[{'exercise':'side-plank','caution':'a','because':'b'}]}",
            })
    void a_bad_prescription_is_refused_with_its_place(String pointer, String body) {
        therapist
                .put(path, body.replace('\'', '"'))
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors.pointer", hasItem(pointer));
        refused(therapist.get(path), 404, "unknown-program");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pause", "resume", "complete", "stop"})
    void a_bad_change_is_refused(String change) {
        therapist.put(path, prescription).statusCode(201);

        change("POST", change, 1, "{\"why\":\"?\"}").statusCode(422).body("errors.pointer", hasItem("/why"));
        change("POST", change, 1, "{\"reason\":").statusCode(400);
        refused(therapist.request().post(path + "/" + change).then(), 428, "version-required");
        therapist.get(path).body("version", equalTo(1));
    }

    private ValidatableResponse change(String method, String change, int version, String body) {
        return therapist
                .request()
                .header("If-Match", "\"" + version + "\"")
                .body(body)
                .request(method, path + "/" + change)
                .then();
    }

    private static ValidatableResponse refused(ValidatableResponse answer, int status, String code) {
        return answer.statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:backtrack:problem:" + code));
    }
}
