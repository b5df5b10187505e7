package app.backtrack.tracking.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import app.backtrack.events.Actor;
import app.backtrack.events.ConsentPurpose;
import app.backtrack.events.EventEnvelope;
import app.backtrack.events.PatientEvent;
import app.backtrack.events.PatientEvent.ConsentGiven;
import app.backtrack.events.PatientEvent.ConsentWithdrawn;
import app.backtrack.events.PatientRef;
import app.backtrack.events.Role;
import app.backtrack.runtime.log.EventPublisher;
import app.backtrack.testkit.quarkus.BackEndsResource;
import app.backtrack.tracking.Api;
import app.backtrack.tracking.TestClinic;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
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
class FactResourceIT {
    private static final String SCORE =
            "{'revision':1,'score':4,'context':'average-24h','occurredAt':'NOW','zone':'Europe/Berlin'}";
    private static final String SESSION =
            "{'revision':1,'occurredAt':'NOW','zone':'Europe/Berlin','note':'fine','exercises':"
                    + "[{'exercise':'side-plank','effort':6,'pain':2,'sets':[{'side':'left','holdSeconds':30}]}]}";
    private static final String SCREEN =
            "{'revision':1,'positive':['fever-or-feeling-ill'],'occurredAt':'NOW','zone':'Europe/Berlin'}";

    /** One of each kind, by its path. */
    private static final Map<String, String> KINDS = Map.of(
            "pain-scores",
            SCORE,
            "sessions",
            SESSION,
            "red-flag-screens",
            SCREEN,
            "flares",
            "{'revision':1,'hardToTolerate':true,'limitsActivities':true,'affectsMood':false,"
                    + "'occurredAt':'NOW','zone':'Europe/Berlin'}",
            "questionnaires",
            "{'revision':1,'questionnaire':'odi','answers':[{'item':'total','score':42}],"
                    + "'occurredAt':'NOW','zone':'Europe/Berlin'}",
            "habit-check-ins",
            "{'revision':1,'habit':'chk-posture-resets','kept':false,'amount':1,'why':'no-time',"
                    + "'occurredAt':'NOW','zone':'Europe/Berlin'}",
            "self-checks",
            "{'revision':1,'check':'side-plank','holds':{'leftSeconds':30,'rightSeconds':25},"
                    + "'occurredAt':'NOW','zone':'Europe/Berlin'}",
            "care-time",
            "{'revision':1,'minutes':12,'live':true,'occurredAt':'NOW','zone':'Europe/Berlin'}");

    @Inject
    EventPublisher publisher;

    private TestClinic clinic;
    private PatientRef patient;
    private Api therapist;

    @BeforeEach
    void a_patient() {
        clinic = new TestClinic(publisher);
        patient = clinic.enrol();
        therapist = Api.as(clinic.therapist());
    }

    @Test
    void every_kind_of_fact_is_taken_with_its_id_revision_and_position() {
        UUID id = UUID.randomUUID();

        KINDS.forEach((path, body) -> {
            String position = therapist
                    .put(patient, path, id, json(body))
                    .statusCode(202)
                    .body("id", equalTo(id.toString()))
                    .body("revision", equalTo(1))
                    .extract()
                    .header("Backtrack-Position");
            therapist.retract(patient, path, id, 2).statusCode(202).body("position", not(equalTo(position)));
        });
    }

    @Test
    void a_patient_who_agrees_no_longer_reports_nothing_new_and_can_take_back_what_they_said() {
        UUID before = UUID.randomUUID();
        therapist.put(patient, "pain-scores", before, json(SCORE)).statusCode(202);
        say(new ConsentWithdrawn(2, ConsentPurpose.TRACKING));
        await().untilAsserted(() -> therapist
                .put(patient, "pain-scores", UUID.randomUUID(), json(SCORE))
                .statusCode(409)
                .body("type", endsWith("consent-withdrawn")));

        therapist.retract(patient, "pain-scores", before, 2).statusCode(202);

        say(new ConsentGiven(3, ConsentPurpose.TRACKING, null));
        await().untilAsserted(() -> therapist
                .put(patient, "pain-scores", UUID.randomUUID(), json(SCORE))
                .statusCode(202));
    }

    private void say(PatientEvent event) {
        String id = "patient/" + patient.patient() + "/" + event.version();
        Actor actor = new Actor(Role.CLINIC_ADMIN, "ada");
        publisher
                .publish(new EventEnvelope<>(id, patient, Instant.now(), actor, null, null, event))
                .join();
    }

    @Test
    void the_patient_the_clinics_system_and_its_admin_may_write_too() {
        for (String token : new String[] {clinic.patient(patient), clinic.system(), clinic.admin()}) {
            Api.as(token)
                    .put(patient, "pain-scores", UUID.randomUUID(), json(SCORE))
                    .statusCode(202);
        }
    }

    @Test
    void the_patient_reports_everything_but_a_clinicians_time() {
        Api self = Api.as(clinic.patient(patient));

        KINDS.forEach((path, body) -> self.put(patient, path, UUID.randomUUID(), json(body))
                .statusCode(path.equals("care-time") ? 403 : 202));
        for (Api caller : new Api[] {self, Api.as(clinic.system())}) {
            caller.retract(patient, "care-time", UUID.randomUUID(), 2).statusCode(403);
        }
        Api.as(clinic.admin())
                .put(patient, "care-time", UUID.randomUUID(), json(Objects.requireNonNull(KINDS.get("care-time"))))
                .statusCode(202);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "flares          | /hardToTolerate      | 'hardToTolerate':true | 'hardToTolerate':'yes'",
                "flares          | /affectsMood         | 'affectsMood':false,  | ~~",
                "flares          | /endedOn             | 'revision':1          | 'revision':1,'endedOn':'2019-01-01'",
                "flares          | /endedOn             | 'revision':1          | 'revision':1,'endedOn':'tomorrow'",
                "questionnaires  | /questionnaire       | 'odi'                 | 'sf-36'",
                "questionnaires  | /answers/0/score     | 42                    | 101",
                "questionnaires  | /answers/0/score     | 42                    | 4.2",
                "questionnaires  | /answers/0/item      | 'total'               | '1'",
                "questionnaires  | /answers             | [{'item':'total','score':42}] | []",
                "habit-check-ins | /amount              | 'amount':1            | 'amount':1441",
                "habit-check-ins | /habit               | chk-posture-resets    | Posture Resets",
                "habit-check-ins | /why                 | 'kept':false          | 'kept':true",
                "self-checks     | /holds/leftSeconds   | 30                    | 3601",
                "self-checks     | /side                | 'revision':1          | 'revision':1,'side':'left'",
                "care-time       | /minutes             | 12                    | 0",
                "care-time       | /minutes             | 12                    | 481",
                "care-time       | /live                | 'live':true,          | ~~",
                "care-time       | /clinician           | 'live':true           | 'live':true,'clinician':'x'",
            })
    void a_bad_report_of_any_kind_is_refused_with_its_place(String path, String pointer, String good, String bad) {
        String body = Objects.requireNonNull(KINDS.get(path));

        therapist
                .put(patient, path, UUID.randomUUID(), json(body.replace(good, bad)))
                .statusCode(422)
                .body("errors.pointer", hasItem(pointer));
    }

    @Test
    void the_same_again_is_the_same_request() {
        UUID id = UUID.randomUUID();
        String body = json(SCORE);
        String first = therapist.put(patient, "pain-scores", id, body).extract().header("Backtrack-Position");

        therapist.put(patient, "pain-scores", id, body).statusCode(202).header("Backtrack-Position", equalTo(first));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "/score      | 'score':4                           | 'score':11",
                "/score      | 'score':4                           | 'score':-1",
                "/score      | 'score':4                           | 'score':3.5",
                "/score      | 'score':4                           | 'score':4.0",
                "/score      | 'score':4                           | 'score':'4'",
                "/score      | 'score':4                           | 'score':null",
                "/score      | 'score':4                           | 'score':true",
                "/score      | 'score':4                           | 'score':99999999999999",
                "/colour     | 'score':4                           | 'score':4,'colour':'red'",
                "/context    | 'average-24h'                       | 'yesterday'",
                "/context    | 'average-24h'                       | 1",
                "/revision   | 'revision':1                        | 'revision':0",
                "/revision   | 'revision':1                        | 'revision':1001",
                "/reason     | 'revision':1                        | 'revision':2",
                "/reason     | 'score':4                           | 'score':4,'reason':'wrong-value'",
                "/reason     | 'revision':1                        | 'revision':2,'reason':'a whim'",
                "/zone       | 'Europe/Berlin'                     | 'Europe/Atlantis'",
                "/zone       | 'zone':'Europe/Berlin'              | 'zone':null",
                "/occurredAt | NOW                | 2199-11-20T10:00:00Z",
                "/occurredAt | NOW                | 2019-11-20T10:00:00Z",
                "/occurredAt | NOW                | yesterday",
                "/occurredAt | 'NOW'              | 1795168800",
                "/side       | 'score':4                           | 'score':4,'side':'upper'",
                "/site       | 'score':4                           | 'score':4,'site':'nose'",
            })
    void a_bad_score_is_refused_with_its_place(String pointer, String good, String bad) {
        therapist
                .put(patient, "pain-scores", UUID.randomUUID(), json(SCORE.replace(good, bad)))
                .statusCode(422)
                .contentType(startsWith("application/problem+json"))
                .body("errors.pointer", hasItem(pointer));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "/exercises/0/exercise            | side-plank        | Side Plank!",
                "/exercises/0/effort              | 'effort':6        | 'effort':11",
                "/exercises/0/pain                | 'pain':2          | 'pain':2.5",
                "/exercises/0/sets                | 'sets':[{'side':'left','holdSeconds':30}] | 'sets':[]",
                "/exercises/0/sets/0              | ,'holdSeconds':30 | ~~",
                "/exercises/0/sets/0/side         | 'left'            | 'central'",
                "/exercises/0/sets/0/holdSeconds  | 30                | 3601",
                "/exercises/0/sets/0/reps         | 'holdSeconds':30  | 'reps':'12'",
                "/exercises/0/sets/0/loadGrams    | 'holdSeconds':30  | 'reps':12,'loadGrams':500001",
                "/exercises/0/sets/0/weight       | 'holdSeconds':30  | 'reps':12,'weight':5",
            })
    void a_bad_session_is_refused_with_its_place(String pointer, String good, String bad) {
        therapist
                .put(patient, "sessions", UUID.randomUUID(), json(SESSION.replace(good, bad == null ? "" : bad)))
                .statusCode(422)
                .body("errors.pointer", hasItem(pointer));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "/positive/0 | ['fever-or-feeling-ill'] | ['hunger']",
                "/positive   | ['fever-or-feeling-ill'] | 'fever-or-feeling-ill'",
                "/positive   | ['fever-or-feeling-ill'] | null",
            })
    void a_bad_screen_is_refused_with_its_place(String pointer, String good, String bad) {
        therapist
                .put(patient, "red-flag-screens", UUID.randomUUID(), json(SCREEN.replace(good, bad)))
                .statusCode(422)
                .body("errors.pointer", hasItem(pointer));
    }

    @Test
    void a_long_note_is_refused_and_not_repeated() {
        String note = "x".repeat(1_001);

        String answer = therapist
                .put(patient, "sessions", UUID.randomUUID(), json(SESSION.replace("fine", note)))
                .statusCode(422)
                .body("errors.pointer", hasItem("/note"))
                .extract()
                .asString();

        assertThat(answer).doesNotContain("xxx");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{\"revision\":1,}", "score=4", "{} {}", "{\"revision\":1,\"revision\":2}"})
    void what_is_no_json_is_refused(String body) {
        therapist.put(patient, "pain-scores", UUID.randomUUID(), body).statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null", "4", "\"score\""})
    void json_of_another_form_is_refused(String body) {
        therapist.put(patient, "pain-scores", UUID.randomUUID(), body).statusCode(422);
    }

    @Test
    void two_megabytes_are_too_much() {
        therapist
                .put(patient, "pain-scores", UUID.randomUUID(), json(SCORE) + " ".repeat(2 * 1024 * 1024))
                .statusCode(413)
                .contentType(startsWith("application/problem+json"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"4", "not-a-uuid", "1-1-1-1-1", "0192f0c1-7d2e-7c3a-8b1f-2a3b4c5d6e7", "%00"})
    void a_fact_id_is_a_uuid(String id) {
        therapist
                .put("/v1/patients/" + patient.patient() + "/pain-scores/" + id, json(SCORE))
                .statusCode(422)
                .body("errors.parameter", hasItem("id"));
    }

    @Test
    void ids_are_the_same_in_any_case() {
        UUID id = UUID.randomUUID();

        therapist
                .put(
                        "/v1/patients/" + patient.patient() + "/pain-scores/"
                                + id.toString().toUpperCase(Locale.ROOT),
                        json(SCORE))
                .statusCode(202)
                .body("id", equalTo(id.toString()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?revision=2",
                "?reason=duplicate",
                "?revision=1&reason=duplicate",
                "?revision=1001&reason=duplicate",
                "?revision=2.0&reason=duplicate",
                "?revision=two&reason=duplicate",
                "?revision=2&reason=because",
            })
    void a_bad_retraction_is_refused(String query) {
        therapist
                .delete("/v1/patients/" + patient.patient() + "/pain-scores/" + UUID.randomUUID() + query)
                .statusCode(422)
                .body("errors", not(anEmptyMap()));
    }

    @Test
    void another_clinics_patient_looks_like_one_who_does_not_exist() {
        Api stranger = Api.as(new TestClinic(publisher).therapist());
        Api neighbour = Api.as(clinic.patient(clinic.enrol()));
        UUID id = UUID.randomUUID();

        String unknown = therapist
                .put(clinic.stranger(), "pain-scores", id, json(SCORE))
                .statusCode(404)
                .extract()
                .asString();
        for (Api caller : new Api[] {stranger, neighbour}) {
            caller.put(patient, "pain-scores", id, json(SCORE)).statusCode(404).body(equalTo(unknown));
            caller.retract(patient, "pain-scores", id, 2).statusCode(404).body(equalTo(unknown));
        }
    }

    @Test
    void without_a_valid_token_nothing_is_taken() {
        for (Api caller : new Api[] {Api.as("nonsense"), Api.as(""), Api.as(clinic.therapist() + "x")}) {
            caller.put(patient, "pain-scores", UUID.randomUUID(), json(SCORE)).statusCode(401);
        }
    }

    private static String json(String singleQuoted) {
        return singleQuoted
                .replace('\'', '"')
                .replace("NOW", Instant.now().minusSeconds(60).toString());
    }
}
