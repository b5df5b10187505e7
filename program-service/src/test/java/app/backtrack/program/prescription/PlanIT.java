package app.backtrack.program.prescription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import app.backtrack.program.it.Api;
import app.backtrack.testkit.quarkus.BackEndsResource;
import app.backtrack.testkit.quarkus.Tokens;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What plans may say, what they are warned of, and what blocks them. */
@QuarkusTest
@WithTestResource(value = BackEndsResource.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class PlanIT {
    private static final String DOSE = "'sets':{'min':2,'max':3},'reps':{'min':8,'max':10},'restSeconds':60,"
            + "'loadGrams':4000,'tempo':'slow and controlled',"
            + "'sides':{'rule':'weaker-first','weaker':'left','fewerReps':2,'lessGrams':500},"
            + "'frequency':{'repetition':'weekdays','weekdays':['MONDAY','THURSDAY']},"
            + "'instructions':'Stop before the back sags'";
    private static final String ROW = "{'exercise':'single-arm-dumbbell-row','weeks':{'min':5,'max':8}," + DOSE + "}";
    private static final String RESET = "{'exercise':'posture-reset','holdSeconds':{'min':30,'max':30},"
            + "'sides':{'rule':'two-sided'},"
            + "'frequency':{'repetition':'every-few-hours','times':3,'hours':{'min':2,'max':3}}}";
    private static final String PLAN = "{'name':'Weeks 5 to 8','weeks':8,'reason':'ready for more',"
            + "'phases':[{'name':'Learn','weeks':{'min':1,'max':4}},{'name':'Load','weeks':{'min':5,'max':8}}],"
            + "'items':[" + ROW + "," + RESET + "],"
            + "'habits':[{'habit':'sitting','fromWeek':1},{'habit':'chk-sleep','fromWeek':3,"
            + "'instructions':'Cushion between the knees'}]}";
    private static final String HINGE = "{'kind':'exercise','name':'Hip hinge','category':'hinge',"
            + "'sides':'two-sided','sideLogging':'none','measures':['reps'],'guidance':{'cautions':["
            + "{'id':'injury','level':'block','text':'Not within six weeks of an injury'},"
            + "{'id':'shoes','level':'warn','text':'In firm shoes'}]}}";
    private static final String HINGE_PLAN = "{'name':'Hinge','weeks':8,'items':[{'exercise':'our-hip-hinge',"
            + "'sides':{'rule':'two-sided'},'frequency':{'repetition':'daily'}}]";
    private static final String OVERRIDE =
            "'overrides':[{'exercise':'our-hip-hinge','caution':'injury','because':'healed and tested'}]";

    private final LocalDate start = LocalDate.now(ZoneOffset.UTC).minusWeeks(2);
    private final String clinic = Tokens.newClinic();
    private final String clinician = "thea." + clinic;
    private final String patient = UUID.randomUUID().toString();
    private final String path = "/v1/patients/" + patient + "/programs/" + UUID.randomUUID();
    private final Api therapist = new Api(Tokens.therapist(clinic, clinician));

    @BeforeEach
    void enrol() {
        therapist.enrol(patient);
    }

    @Test
    void a_plan_says_all_that_a_physiotherapist_would() {
        prescribe("'template':'lower-back-starter'").statusCode(201);

        revise(1, PLAN)
                .statusCode(200)
                .body("warnings", equalTo(List.of()))
                .body("plan.phases.name", contains("Learn", "Load"))
                .body("plan.items[0].weeks.min", equalTo(5))
                .body("plan.items[0].restSeconds", equalTo(60))
                .body("plan.items[0].loadGrams", equalTo(4000))
                .body("plan.items[0].tempo", equalTo("slow and controlled"))
                .body("plan.items[0].sides.weaker", equalTo("left"))
                .body("plan.items[0].sides.fewerReps", equalTo(2))
                .body("plan.items[0].sides.lessGrams", equalTo(500))
                .body("plan.items[0].frequency.weekdays", contains("MONDAY", "THURSDAY"))
                .body("plan.items[0].instructions", equalTo("Stop before the back sags"))
                .body("plan.items[0].holdSeconds", nullValue())
                .body("plan.items[1].frequency.hours.max", equalTo(3))
                .body("plan.habits.fromWeek", contains(1, 3));
    }

    @Test
    void a_program_may_begin_with_a_plan_of_the_therapists() {
        String plan = PLAN.replace(",'reason':'ready for more'", "");

        prescribe("'template':'lower-back-starter','plan':" + plan)
                .statusCode(201)
                .body("plan.template", equalTo("lower-back-starter"))
                .body("plan.name", equalTo("Weeks 5 to 8"))
                .body("plan.startsOn", equalTo(start.toString()));
        prescribe("'template':'lower-back-starter','plan':" + plan)
                .statusCode(200)
                .body("version", equalTo(1));
        prescribe("'template':'lower-back-starter','plan':" + plan.replace("'fewerReps':2", "'fewerReps':8"))
                .statusCode(422)
                .body("errors.pointer", contains("/plan/items/0/sides/fewerReps"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "/weeks                    | 'weeks':8,           | 'weeks':53,",
                "/weeks                    | 'weeks':8,           | 'weeks':8.0,",
                "/weeks                    | 'weeks':8,           | 'weeks':'8',",
                "/name                     | 'Weeks 5 to 8'       | ''",
                "/phases/0/weeks           | {'min':1,'max':4}    | {'min':0,'max':4}",
                "/phases/1/weeks           | {'min':1,'max':4}    | {'min':1,'max':5}",
                "/phases/1/weeks           | 'weeks':8,           | 'weeks':7,",
                "/items/0/weeks            | 'weeks':8,           | 'weeks':7,",
                "/items/0/exercise         | 'single-arm-dumbbell-row' | 'Row!'",
                "/items/0/exercise         | 'single-arm-dumbbell-row' | 'handstand'",
                "/items/0/exercise         | 'single-arm-dumbbell-row' | 'sitting'",
                "/items/0/exercise         | 'single-arm-dumbbell-row' | 'cross'",
                "/items/0/sides/rule       | 'single-arm-dumbbell-row' | 'glute-bridge'",
                "/items/0/reps             | 'single-arm-dumbbell-row' | 'side-plank'",
                "/items/0/reps             | 'reps':{'min':8,'max':10} | 'reps':{'min':8,'max':10000}",
                "/items/0/reps             | 'reps':{'min':8,'max':10} | 'reps':{'min':-8,'max':10}",
                "/items/0/reps             | 'reps':{'min':8,'max':10} | 'reps':{'min':12,'max':10}",
                "/items/0/reps             | 'reps':{'min':8,'max':10} | 'reps':'8'",
                "/items/0/reps/min         | 'reps':{'min':8,'max':10} | 'reps':{'min':null,'max':10}",
                "/items/0/holdSeconds      | 'restSeconds':60     | 'holdSeconds':{'min':5,'max':5}",
                "/items/1/holdSeconds      | {'min':30,'max':30}  | {'min':30,'max':3601}",
                "/items/0/sets             | {'min':2,'max':3}    | {'min':2,'max':21}",
                "/items/0/restSeconds      | 'restSeconds':60     | 'restSeconds':-1",
                "/items/0/loadGrams        | 'loadGrams':4000     | 'loadGrams':500001",
                "/items/0/tempo            | 'slow and controlled' | ''",
                "/items/0/sides            | 'sides':{'rule':'weaker-first','weaker':'left','fewerReps':2,'lessGrams':500}, | ~~",
                "/items/0/sides/rule       | 'weaker-first'       | 'upside-down'",
                "/items/0/sides/weaker     | 'weaker':'left',     | ~~",
                "/items/0/sides/weaker     | 'weaker':'left'      | 'weaker':'both'",
                "/items/0/sides/weaker     | 'weaker-first'       | 'each'",
                "/items/0/sides/fewerReps  | 'fewerReps':2        | 'fewerReps':8",
                "/items/0/sides/fewerReps  | 'fewerReps':2        | 'fewerReps':0",
                "/items/0/sides/lessGrams  | 'lessGrams':500      | 'lessGrams':4000",
                "/items/0/frequency        | 'frequency':{'repetition':'weekdays','weekdays':['MONDAY','THURSDAY']}, | ~~",
                "/items/0/frequency/weekdays | 'weekdays':['MONDAY','THURSDAY'] | 'weekdays':[]",
                "/items/0/frequency/weekdays/0 | 'MONDAY'         | 'Someday'",
                "/items/0/frequency/times  | 'repetition':'weekdays' | 'repetition':'times-per-week'",
                "/items/0/frequency/weekdays | 'repetition':'weekdays' | 'repetition':'daily'",
                "/items/1/frequency/hours  | ,'hours':{'min':2,'max':3} | ~~",
                "/items/1/frequency/hours  | 'hours':{'min':2     | 'hours':{'min':0",
                "/items/1/weeks            | 'posture-reset'      | 'single-arm-dumbbell-row'",
                "/items/0/targetDate       | 'restSeconds':60     | 'targetDate':'2001-01-01'",
                "/items/0/targetDate       | 'restSeconds':60     | 'targetDate':'+999999999-12-31'",
                "/items/0/targetDate       | 'restSeconds':60     | 'targetDate':'soon'",
                "/items/0/eachSide         | 'restSeconds':60     | 'eachSide':true",
                "/habits/0/habit           | 'sitting'            | 'plank'",
                "/habits/0/habit           | 'sitting'            | 'flying'",
                "/habits/1/habit           | 'sitting'            | 'chk-sleep'",
                "/habits/1/fromWeek        | 'fromWeek':3         | 'fromWeek':9",
                "/overrides/0/caution      | 'weeks':8,           | 'weeks':8,'overrides':[{'exercise':'plank','caution':'none','because':'x'}],",
                "/effectiveFrom            | 'weeks':8,           | 'weeks':8,'effectiveFrom':'2020-01-01',",
                "/reason                   | 'ready for more'     | '\\u0000'",
            })
    void a_bad_plan_is_refused_with_its_place(String pointer, String good, String bad) {
        prescribe("'template':'lower-back-starter'").statusCode(201);
        String body = PLAN.replace(good, bad);
        assertThat(body).isNotEqualTo(PLAN);

        revise(1, body).statusCode(422).body("errors.pointer", hasItem(pointer));
        therapist.get(path).body("version", equalTo(1));
    }

    @Test
    void a_dose_that_cannot_be_is_refused_with_its_reason() {
        prescribe("'template':'lower-back-starter'").statusCode(201);

        revise(1, PLAN.replace("'min':8,'max':10", "'min':-8,'max':10000"))
                .statusCode(422)
                .body("errors.detail", contains("min must be at least 1, and max from min to 100"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",'items':[]", ",'items':null", ",'items':[null]", ",'items':{}"})
    void a_plan_without_items_is_refused(String items) {
        prescribe("'template':'lower-back-starter'").statusCode(201);

        revise(1, "{'name':'Nothing','weeks':8" + items + "}")
                .statusCode(422)
                .body("errors[0].pointer", startsWith("/items"));
    }

    @Test
    void a_plan_may_hold_what_the_clinic_added_even_when_it_is_hidden() {
        String plan = HINGE_PLAN + "}";
        prescribe("'template':'lower-back-starter'").statusCode(201);
        revise(1, plan).statusCode(422).body("errors[0].pointer", equalTo("/items/0/exercise"));
        therapist
                .put("/v1/catalog/our-hip-hinge", json(HINGE.replace("block", "warn")))
                .statusCode(201);

        revise(1, plan).statusCode(200);
        therapist.request().post("/v1/catalog/our-hip-hinge/hide").then().statusCode(200);
        revise(2, plan).statusCode(200).body("plan.items[0].exercise", equalTo("our-hip-hinge"));
    }

    @Test
    void the_prescriber_is_warned_and_not_hindered() {
        prescribe("'template':'lower-back-starter'").statusCode(201);
        String item = "{'exercise':'%s','sides':{'rule':'two-sided'},'frequency':{'repetition':'daily'}}";
        String items = String.join(
                ",",
                List.of("plank", "glute-bridge", "wall-angel", "quadruped-rocking", "bird-dog").stream()
                        .map(item::formatted)
                        .toList());
        String plan = "{'name':'Much','weeks':8,'items':["
                + items.replaceFirst("'plank',", "'plank','targetDate':'" + start + "',")
                + "],'habits':[{'habit':'sitting','fromWeek':2},{'habit':'standing','fromWeek':2}]}";

        revise(1, plan)
                .statusCode(200)
                .body("warnings.code", contains("many-exercises", "target-in-the-past", "habits-together"))
                .body("warnings.pointer", contains("/items", "/items/0/targetDate", "/habits/1/fromWeek"))
                .body("warnings[0].detail", containsString("5 exercises"));
        therapist.get(path).body("containsKey('warnings')", equalTo(false));
    }

    @Test
    void a_blocked_exercise_is_refused_until_it_is_overridden_with_a_reason() {
        therapist.put("/v1/catalog/our-hip-hinge", json(HINGE)).statusCode(201);
        prescribe("'template':'lower-back-starter'").statusCode(201);

        revise(1, HINGE_PLAN + "}")
                .statusCode(422)
                .body("type", equalTo("urn:backtrack:problem:contraindicated"))
                .body("errors.pointer", contains("/items/0/exercise"))
                .body("errors[0].detail", containsString("injury"))
                .body("detail", containsString("overrides"));
        revise(1, HINGE_PLAN + "," + OVERRIDE + ",'reason':'stronger'}")
                .statusCode(200)
                .header("ETag", equalTo("\"3\""))
                .body("version", equalTo(3))
                .body("reason", equalTo("stronger"))
                .body("warnings.detail", contains("shoes: In firm shoes"));
        therapist
                .get(path + "/history")
                .body("versions.decision", contains("prescribed", "revised", "contraindication-overridden"))
                .body("versions[1].override", nullValue())
                .body("versions[2].override.exercise", equalTo("our-hip-hinge"))
                .body("versions[2].override.caution", equalTo("injury"))
                .body("versions[2].override.because", equalTo("healed and tested"))
                .body("versions[2].decidedBy.id", equalTo(clinician));
        revise(3, HINGE_PLAN + "}").statusCode(200).body("version", equalTo(4));
    }

    @Test
    void a_prescription_may_override_and_comes_again_without_harm() {
        therapist.put("/v1/catalog/our-hip-hinge", json(HINGE)).statusCode(201);
        String prescription = "'template':'maintenance','plan':" + HINGE_PLAN + "}";

        prescribe(prescription)
                .statusCode(422)
                .body("type", equalTo("urn:backtrack:problem:contraindicated"))
                .body("errors.pointer", contains("/plan/items/0/exercise"));
        prescribe(prescription + "," + OVERRIDE).statusCode(201).body("version", equalTo(2));
        prescribe(prescription + "," + OVERRIDE).statusCode(200).body("version", equalTo(2));
        prescribe(prescription + "," + OVERRIDE.replace("healed", "hale"))
                .statusCode(409)
                .body("type", equalTo("urn:backtrack:problem:program-exists"));
    }

    @Test
    void a_template_with_a_blocked_exercise_says_so_at_the_template() {
        therapist.put("/v1/catalog/our-hip-hinge", json(HINGE)).statusCode(201);
        therapist
                .put(
                        "/v1/templates/our-hinges",
                        json("{'name':'Hinges','description':'All hinges','weeks':8,'phases':[{'name':'All',"
                                + "'fromWeek':1,'toWeek':8,'items':[{'exercise':'our-hip-hinge',"
                                + "'sides':{'rule':'two-sided'},'frequency':{'repetition':'daily'}}]}]}"))
                .statusCode(201);

        prescribe("'template':'our-hinges'").statusCode(422).body("errors.pointer", contains("/template"));
        prescribe("'template':'our-hinges'," + OVERRIDE).statusCode(201);
    }

    private ValidatableResponse prescribe(String members) {
        return therapist.put(path, json("{'startsOn':'" + start + "'," + members + "}"));
    }

    private ValidatableResponse revise(int version, String plan) {
        return therapist
                .request()
                .header("If-Match", "\"" + version + "\"")
                .body(json(plan))
                .put(path + "/plan")
                .then();
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }
}
