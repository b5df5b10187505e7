package app.backtrack.program.prescription;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import app.backtrack.program.it.Api;
import app.backtrack.testkit.quarkus.BackEndsResource;
import app.backtrack.testkit.quarkus.Tokens;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A program that was prescribed, revised for a day ahead, and then paused from a past day on. */
@QuarkusTest
@WithTestResource(value = BackEndsResource.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ProgramVersionIT {
    private final LocalDate today = LocalDate.now(Api.ZONE);
    private final LocalDate start = today.minusWeeks(4);
    private final LocalDate ahead = today.plusWeeks(2);
    private final LocalDate pausedFrom = today;
    private final String clinic = Tokens.newClinic();
    private final String patient = UUID.randomUUID().toString();
    private final String path = "/v1/patients/" + patient + "/programs/" + UUID.randomUUID();
    private final Api therapist = new Api(Tokens.therapist(clinic, "thea." + clinic));

    @BeforeEach
    void prescribeReviseAndPause() {
        therapist.enrol(patient);
        therapist
                .put(path, json("{'template':'maintenance','startsOn':'" + start + "'}"))
                .statusCode(201);
        change(
                        "PUT",
                        "plan",
                        1,
                        "{'name':'Less','weeks':20,'effectiveFrom':'" + ahead + "','reason':'busy','items':["
                                + "{'exercise':'plank','holdSeconds':{'min':20,'max':40},"
                                + "'sides':{'rule':'two-sided'},'frequency':{'repetition':'daily'}},"
                                + "{'exercise':'bird-dog','weeks':{'min':1,'max':20},'sets':{'min':2,'max':2},"
                                + "'sides':{'rule':'each'},"
                                + "'frequency':{'repetition':'times-per-week','times':2}}]}")
                .statusCode(200);
        change("POST", "pause", 2, "{'effectiveFrom':'" + pausedFrom + "'}").statusCode(200);
    }

    @Test
    void every_version_stays_readable() {
        therapist
                .get(path + "/versions/1")
                .statusCode(200)
                .header("ETag", equalTo("\"1\""))
                .body("plan.weeks", equalTo(26));
        therapist.get(path + "/versions/2").body("plan.weeks", equalTo(20));
        therapist.get(path).body("version", equalTo(4)).header("ETag", equalTo("\"4\""));
        refused(therapist.get(path + "/versions/5"), "unknown-version");
    }

    @Test
    void on_a_day_the_version_is_shown_that_was_in_force() {
        therapist.get(path + "?on=" + start).body("version", equalTo(1));
        therapist.get(path + "?on=" + pausedFrom.minusDays(1)).body("version", equalTo(1));
        therapist
                .get(path + "?on=" + pausedFrom)
                .body("version", equalTo(3))
                .body("status", equalTo("paused"))
                .body("plan.weeks", equalTo(26));
        therapist
                .get(path + "?on=" + ahead)
                .body("version", equalTo(4))
                .body("status", equalTo("paused"))
                .body("plan.weeks", equalTo(20));
        refused(therapist.get(path + "?on=" + start.minusDays(1)), "no-version-then");
    }

    @Test
    void as_of_a_time_nothing_is_known_that_was_decided_later() {
        String revisedAt = therapist.get(path + "/versions/2").extract().path("decidedAt");
        String prescribedAt = therapist.get(path + "/versions/1").extract().path("decidedAt");

        therapist.get(path + "?asOf=" + revisedAt).body("version", equalTo(2));
        therapist.get(path + "?asOf=" + revisedAt + "&on=" + pausedFrom).body("version", equalTo(1));
        therapist.get(path + "?asOf=" + revisedAt + "&on=" + ahead).body("version", equalTo(2));
        therapist.get(path + "?asOf=" + prescribedAt).body("version", equalTo(1));
        refused(therapist.get(path + "?asOf=2020-01-01T00:00:00Z"), "no-version-then");
    }

    @Test
    void a_diff_tells_what_changed_and_who_decided_it() {
        therapist
                .get(path + "/diff?from=1")
                .statusCode(200)
                .body("from", equalTo(1))
                .body("to", equalTo(4))
                .body("program.member", contains("status", "effectiveFrom"))
                .body("program[0].before", equalTo("active"))
                .body("program[0].after", equalTo("paused"))
                .body("plan.members.member", contains("name", "weeks", "phases", "habits"))
                .body("plan.members[1].before", equalTo(26))
                .body("plan.members[1].after", equalTo(20))
                .body("plan.added.exercise", contains("plank"))
                .body(
                        "plan.removed.exercise",
                        contains("side-plank", "glute-bridge", "leaning-hamstring", "childs-pose"))
                .body("plan.changed.exercise", contains("bird-dog"))
                .body("plan.changed[0].members.member", contains("weeks", "sets"))
                .body("plan.changed[0].members[1].before.max", equalTo(3))
                .body("plan.changed[0].members[1].after.max", equalTo(2))
                .body("decisions.decision", contains("revised", "paused", "revised"))
                .body("decisions[0].reason", equalTo("busy"));
        therapist
                .get(path + "/diff?from=2&to=2")
                .body("plan.members", empty())
                .body("plan.changed", empty())
                .body("decisions", empty());
        therapist.get(path + "/diff?from=2&to=1").body("plan.removed.exercise", contains("plank"));
    }

    @ParameterizedTest
    @CsvSource({
        "?on=yesterday, on",
        "?on=2026-02-30, on",
        "?asOf=2026-01-01, asOf",
        "?asOf=now, asOf",
        "/diff, from",
        "/diff?from=0, from",
        "/diff?from=one, from",
        "/diff?from=1&to=9999, to",
        "/versions/0, version",
        "/versions/last, version",
    })
    void what_is_no_version_day_or_time_is_named(String query, String parameter) {
        therapist.get(path + query).statusCode(422).body("errors[0].parameter", equalTo(parameter));
    }

    @Test
    void versions_that_there_are_not_have_no_diff() {
        refused(therapist.get(path + "/diff?from=5"), "unknown-version");
        refused(therapist.get(path + "/diff?from=1&to=5"), "unknown-version");
    }

    @Test
    void another_clinic_finds_nothing_and_the_patient_everything() {
        Api other = new Api(Tokens.admin(Tokens.newClinic()));
        Api self = new Api(Tokens.patient(clinic, patient));

        refused(other.get(path + "/diff?from=1"), "unknown-patient");
        refused(other.get(path + "/versions/1"), "unknown-patient");
        refused(other.get(path + "?on=" + start), "unknown-patient");
        self.get(path + "/diff?from=1").statusCode(200);
        self.get(path + "/versions/1").statusCode(200).body("reason", nullValue());
    }

    private ValidatableResponse change(String method, String change, int version, String body) {
        return therapist
                .request()
                .header("If-Match", "\"" + version + "\"")
                .body(json(body))
                .request(method, path + "/" + change)
                .then();
    }

    private static void refused(ValidatableResponse answer, String code) {
        answer.statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:backtrack:problem:" + code));
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }
}
