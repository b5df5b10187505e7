package app.backtrack.program.patient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import app.backtrack.events.Actor;
import app.backtrack.events.EventEnvelope;
import app.backtrack.events.EventJson;
import app.backtrack.events.PatientEvent.Goal;
import app.backtrack.events.PatientEvent.PatientEnrolled;
import app.backtrack.events.PatientEvent.PatientGoalsSet;
import app.backtrack.events.PatientEvent.TherapistsAssigned;
import app.backtrack.events.Role;
import app.backtrack.program.it.Api;
import app.backtrack.program.it.LogBook;
import app.backtrack.testkit.quarkus.BackEndsResource;
import app.backtrack.testkit.quarkus.Tokens;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(value = BackEndsResource.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class PatientChangeResourceIT {
    private static final String GOAL = "0198f0a5-0000-7000-8000-000000000001";
    private static final String GOALS =
            "{\"goals\":[{\"id\":\"" + GOAL + "\",\"text\":\"Sit through a film\"}]," + "\"activities\":[]}";

    private final String clinic = Tokens.newClinic();
    private final Api therapist = new Api(Tokens.therapist(clinic, "thea." + clinic));
    private final String patient = UUID.randomUUID().toString();
    private final String path = "/v1/patients/" + patient;

    @Inject
    LogBook log;

    @BeforeEach
    void enrol() {
        therapist.enrol(patient);
    }

    @Test
    void every_change_is_a_version_with_who_when_and_why() throws Exception {
        change("PUT", "/therapists", 1, "{\"therapists\":[\"tom.harbour\"]}")
                .statusCode(200)
                .header("ETag", equalTo("\"2\""))
                .body("therapists", equalTo(List.of("tom.harbour")))
                .body("warnings.pointer", equalTo(List.of("/therapists/0")));
        change("PUT", "/goals", 2, GOALS).statusCode(200).body("goals[0].text", equalTo("Sit through a film"));
        change("PUT", "/time-zone", 3, "{\"zone\":\"Pacific/Auckland\"}")
                .statusCode(200)
                .body("zone", equalTo("Pacific/Auckland"));
        change("POST", "/discharge", 4, "{\"reason\":\"Goals reached\"}")
                .statusCode(200)
                .body("status", equalTo("discharged"))
                .body("dischargedOn", equalTo(today("Pacific/Auckland")));
        change("POST", "/enrol", 5, "{\"zone\":\"Europe/London\",\"therapists\":[]}")
                .statusCode(200)
                .body("status", equalTo("enrolled"))
                .body("version", equalTo(6))
                .body("dischargedOn", nullValue());

        therapist
                .get(path + "/history")
                .statusCode(200)
                .body(
                        "versions.decision",
                        equalTo(List.of(
                                "enrolled",
                                "therapists-assigned",
                                "goals-set",
                                "time-zone-changed",
                                "discharged",
                                "enrolled")))
                .body("versions[4].reason", equalTo("Goals reached"))
                .body("versions[4].decidedBy.id", equalTo("thea." + clinic))
                .body("versions[5].zone", equalTo("Europe/London"));
        therapist
                .get(path + "/time-zone")
                .statusCode(200)
                .body("zone", equalTo("Europe/London"))
                .body("decided.zone", equalTo(List.of("Europe/Berlin", "Pacific/Auckland", "Europe/London")));
        assertThat(event(2).data()).isEqualTo(new TherapistsAssigned(2, List.of("tom.harbour")));
        assertThat(event(2).actor()).isEqualTo(new Actor(Role.THERAPIST, "thea." + clinic));
        assertThat(event(3).data())
                .isEqualTo(new PatientGoalsSet(
                        3, List.of(new Goal(UUID.fromString(GOAL), "Sit through a film", null)), List.of()));
        assertThat(event(6).data())
                .isEqualTo(new PatientEnrolled(6, LocalDate.parse(today("Europe/London")), "Europe/London", List.of()));
    }

    @Test
    void of_two_who_change_a_patient_at_once_one_is_told_the_current_version() throws Exception {
        List<Callable<Response>> requests = IntStream.range(0, 4)
                .<Callable<Response>>mapToObj(i -> () -> therapist
                        .request()
                        .header("If-Match", "\"1\"")
                        .body("{\"therapists\":[\"therapist-" + i + "\"]}")
                        .put(path + "/therapists"))
                .toList();

        assertThat(Api.race(requests)).containsExactly(200, 412, 412, 412);
        change("PUT", "/therapists", 1, "{\"therapists\":[]}")
                .statusCode(412)
                .body("detail", containsString("The current version is 2"));
        therapist.put(path + "/therapists", "{\"therapists\":[]}").statusCode(428);
    }

    @Test
    void what_is_so_already_makes_no_version() {
        change("PUT", "/therapists", 1, "{\"therapists\":[\"thea.harbour\"]}")
                .statusCode(200)
                .header("ETag", equalTo("\"1\""));
    }

    @Test
    void who_has_an_open_program_cannot_be_discharged_until_it_is_ended() {
        String program = UUID.randomUUID().toString();
        therapist.put(path + "/programs/" + program, prescription()).statusCode(201);

        change("POST", "/discharge", 1, "{}")
                .statusCode(409)
                .body("type", equalTo("urn:backtrack:problem:program-open"))
                .body("detail", containsString(program));
        therapist
                .request()
                .header("If-Match", "\"1\"")
                .post(path + "/programs/" + program + "/stop")
                .then()
                .statusCode(200);
        change("POST", "/discharge", 1, "{}").statusCode(200);

        String next = path + "/programs/" + UUID.randomUUID();
        therapist
                .put(next, prescription())
                .statusCode(409)
                .body("type", equalTo("urn:backtrack:problem:patient-discharged"));
        therapist.get(path + "/programs").statusCode(200).body("programs.size()", equalTo(1));
        change("POST", "/enrol", 2, "{\"zone\":\"Europe/Berlin\",\"therapists\":[]}")
                .statusCode(200);
        therapist.put(next, prescription()).statusCode(201);
    }

    @Test
    void a_discharged_patient_is_listed_as_one_and_is_not_enrolled_by_accident() {
        change("POST", "/discharge", 1, "{}").statusCode(200);

        therapist.get("/v1/patients?status=discharged").body("patients.patientId", equalTo(List.of(patient)));
        therapist.get("/v1/patients?status=enrolled").body("patients.size()", equalTo(0));
        therapist
                .put(path, "{\"zone\":\"Europe/Berlin\",\"therapists\":[\"thea.harbour\"]}")
                .statusCode(409)
                .body("type", equalTo("urn:backtrack:problem:patient-discharged"));
        change("PUT", "/goals", 2, GOALS)
                .statusCode(409)
                .body("type", equalTo("urn:backtrack:problem:patient-discharged"));
    }

    @Test
    void a_move_that_is_announced_changes_the_zone_on_its_day() {
        String next = LocalDate.now(ZoneId.of("Asia/Tokyo")).plusDays(7).toString();

        change("PUT", "/time-zone", 1, "{\"zone\":\"Asia/Tokyo\",\"effectiveFrom\":\"" + next + "\"}")
                .statusCode(200)
                .body("zone", equalTo("Europe/Berlin"));
        therapist.get(path + "/time-zone").body("decided[1].effectiveFrom", equalTo(next));
    }

    @Test
    void who_a_patient_is_has_a_version_of_its_own_and_goes_to_no_event() throws Exception {
        therapist.get(path + "/identity").statusCode(200).header("ETag", equalTo("\"1\""));
        String named =
                "{\"name\":\"Ada Muster\",\"identifiers\":[{\"system\":\"urn:example:charts\",\"value\":\"H-1\"}]}";

        change("PUT", "/identity", 1, named)
                .statusCode(200)
                .header("ETag", equalTo("\"2\""))
                .body("name", equalTo("Ada Muster"))
                .body("changedBy.id", equalTo("thea." + clinic));
        change("PUT", "/identity", 1, named).statusCode(412).body("detail", containsString("version is 2"));
        therapist.get(path).header("ETag", equalTo("\"1\"")).body("name", equalTo("Ada Muster"));
        change("PUT", "/therapists", 1, "{\"therapists\":[]}").statusCode(200);

        assertThat(new String(EventJson.write(event(2)), StandardCharsets.UTF_8))
                .doesNotContain("Muster", "H-1");
        therapist.get(path + "/history").body("versions.size()", equalTo(2));
    }

    @Test
    void an_own_identifier_is_one_patients_and_free_again_once_it_is_given_up() {
        String other = UUID.randomUUID().toString();
        therapist.enrol(other);
        String chart = "{\"identifiers\":[{\"system\":\"urn:example:charts\",\"value\":\"H-1\"}]}";
        change("PUT", "/identity", 1, chart).statusCode(200);

        identify(other, 1, chart).statusCode(409).body("type", equalTo("urn:backtrack:problem:own-identifier-taken"));
        identify(other, 1, chart.replace("charts", "insurer")).statusCode(200);
        change("PUT", "/identity", 2, "{}").statusCode(200);
        identify(other, 2, chart).statusCode(200);
    }

    @Test
    void who_may_do_what() {
        Api self = new Api(Tokens.patient(clinic, patient));
        Api stranger = new Api(Tokens.admin(Tokens.newClinic()));

        for (String shown : List.of("", "/goals", "/history", "/identity", "/time-zone")) {
            self.get(path + shown).statusCode(200);
            stranger.get(path + shown).statusCode(404);
        }
        self.request()
                .header("If-Match", "\"1\"")
                .body(GOALS)
                .put(path + "/goals")
                .then()
                .statusCode(403);
        stranger.request()
                .header("If-Match", "\"1\"")
                .body(GOALS)
                .put(path + "/goals")
                .then()
                .statusCode(404)
                .body("type", equalTo("urn:backtrack:problem:unknown-patient"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "/therapists | /therapists/0 | {'therapists':['']}",
                "/therapists | /therapists/0 | {'therapists':[' ']}",
                "/therapists | /therapists   | {}",
                "/time-zone  | /zone         | {'zone':'Europe/Atlantis'}",
                "/time-zone  | /effectiveFrom | {'zone':'Europe/London','effectiveFrom':'2020-01-01'}",
                "/time-zone  | /effectiveFrom | {'zone':'Europe/London','effectiveFrom':'+999999999-01-01'}",
                "/goals      | /goals/0/text | {'goals':[{'id':'0198f0a5-0000-7000-8000-000000000001','text':''}],'activities':[]}",
                "/goals      | /goals/0/id   | {'goals':[{'id':'1','text':'Run'}],'activities':[]}",
                "/goals      | /activities   | {'goals':[]}",
                "/identity   | /birthYear    | {'birthYear':2099}",
            })
    void bad_input_is_refused_with_its_place(String what, String pointer, String body) {
        change("PUT", what, 1, body.replace('\'', '"'))
                .statusCode(422)
                .body("errors.pointer", equalTo(List.of(pointer)));
        therapist.get(path).header("ETag", equalTo("\"1\""));
    }

    @Test
    void more_goals_than_there_may_be_are_refused() {
        String goals = String.join(
                ",",
                IntStream.range(0, 11)
                        .mapToObj(i -> "{\"id\":\"" + UUID.randomUUID() + "\",\"text\":\"Run\"}")
                        .toList());

        change("PUT", "/goals", 1, "{\"goals\":[" + goals + "],\"activities\":[]}")
                .statusCode(422)
                .body("errors.pointer", equalTo(List.of("/goals")));
    }

    private ValidatableResponse change(String method, String what, int version, String body) {
        return therapist
                .request()
                .header("If-Match", "\"" + version + "\"")
                .body(body)
                .request(method, path + what)
                .then();
    }

    private ValidatableResponse identify(String other, int version, String body) {
        return therapist
                .request()
                .header("If-Match", "\"" + version + "\"")
                .body(body)
                .put("/v1/patients/" + other + "/identity")
                .then();
    }

    private EventEnvelope<?> event(int version) throws Exception {
        return log.event("patient/" + patient + "/" + version);
    }

    private static String prescription() {
        return "{\"template\":\"lower-back-starter\",\"startsOn\":\"" + LocalDate.now(ZoneId.of("Europe/Berlin"))
                + "\"}";
    }

    private static String today(String zone) {
        return LocalDate.now(ZoneId.of(zone)).toString();
    }
}
