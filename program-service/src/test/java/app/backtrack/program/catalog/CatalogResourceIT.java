package app.backtrack.program.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import app.backtrack.program.entry.CatalogEntry;
import app.backtrack.program.it.Api;
import app.backtrack.testkit.quarkus.BackEndsResource;
import app.backtrack.testkit.quarkus.Tokens;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
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
class CatalogResourceIT {
    private static final String CATALOG = "/v1/catalog";
    private static final String OWN = CATALOG + "/hip-hinge-with-stick";
    private static final String HINGE =
            "{\"kind\":\"exercise\",\"name\":\"Hip hinge with a stick\",\"category\":\"hinge\","
                    + "\"targets\":[\"hamstrings\"],\"equipment\":[\"stick\"],\"sides\":\"two-sided\",\"sideLogging\":\"none\","
                    + "\"measures\":[\"reps\"],\"functionalPattern\":\"hinge\","
                    + "\"dose\":{\"amounts\":[{\"of\":\"reps\",\"min\":8,\"max\":12}],\"source\":\"our own practice\"},"
                    + "\"guidance\":{\"cues\":[\"Keep the stick on the back\"]},\"replaces\":[\"deadlift\"]}";

    private final String clinic = Tokens.newClinic();
    private final Api therapist = new Api(Tokens.therapist(clinic, "thea." + clinic));

    @Test
    void every_entry_of_ours_is_reachable_with_its_dose() {
        for (CatalogEntry entry : new Catalog().all()) {
            therapist
                    .get(CATALOG + "/" + entry.id())
                    .statusCode(200)
                    .header("ETag", equalTo("\"1\""))
                    .body("id", equalTo(entry.id()))
                    .body("origin", equalTo("built-in"))
                    .body("hidden", equalTo(false))
                    .body("dose.state", equalTo(entry.dose().state().wireName()))
                    .body("dose.amounts.size()", equalTo(entry.dose().amounts().size()));
        }
        therapist
                .get(CATALOG + "/farmers-carry?version=1")
                .body("measures", equalTo(List.of("duration-seconds")))
                .body("dose.amounts[0].of", equalTo("duration-seconds"))
                .body("dose.amounts[0].min", equalTo(30))
                .body("dose.amounts[0].max", equalTo(60))
                .body("dose.source", equalTo("C"));
        therapist.get(CATALOG + "/pallof-press").body("dose.leftOpen", equalTo(List.of("reps")));
        refused(therapist.get(CATALOG + "/handstand"), 404, "unknown-entry");
        refused(therapist.get(CATALOG + "/bird-dog?version=2"), 404, "unknown-version");
    }

    @Test
    void a_list_goes_on_from_page_to_page_with_its_filters() {
        List<String> ids = new ArrayList<>();
        String path = CATALOG + "?kind=stretch&limit=4";
        for (@Nullable String next = path; next != null; ) {
            ExtractableResponse<Response> page =
                    therapist.get(next).statusCode(200).extract();
            ids.addAll(page.path("entries.id"));
            String link = page.header("Link");
            next = link == null ? null : link.substring(1, link.indexOf('>'));
        }

        assertThat(ids)
                .containsExactly(
                        "cat-cow",
                        "childs-pose",
                        "cross",
                        "knee-to-belly",
                        "kneeling-hip-flexor",
                        "leaning-hamstring",
                        "pectoral-area",
                        "seated-forward-bend",
                        "supine-twist");
    }

    @Test
    void a_search_finds_what_it_asks_for() {
        found("target=hamstrings").body("entries.id", equalTo(List.of("leaning-hamstring", "seated-forward-bend")));
        found("equipment=dumbbell").body("entries.id", equalTo(List.of("farmers-carry", "single-arm-dumbbell-row")));
        found("category=hinge&side=one-sided")
                .body("entries.id", equalTo(List.of("single-arm-suitcase-deadlift", "single-leg-deadlift")));
        found("q=BRIDGE%20single").body("entries.id", equalTo(List.of("single-leg-glute-bridge")));
        found("q=nothing-like-it").body("entries", equalTo(List.of()));
        found("limit=200").body("entries.size()", equalTo(57));
    }

    @ParameterizedTest
    @CsvSource({
        "kind,dance",
        "category,legs",
        "side,left",
        "hidden,yes",
        "limit,0",
        "limit,201",
        "limit,ten",
        "cursor,abc",
        "cursor,%21",
        "q,%20",
        "target,%20",
        "equipment,%09"
    })
    void a_search_that_cannot_be_meant_is_refused(String parameter, String value) {
        therapist
                .request()
                .urlEncodingEnabled(false)
                .get(CATALOG + "?" + parameter + "=" + value)
                .then()
                .statusCode(422)
                .body("errors[0].parameter", equalTo(parameter));
    }

    @Test
    void a_clinic_adds_an_entry_and_changes_it_with_every_version_kept() {
        therapist
                .put(OWN, HINGE)
                .statusCode(201)
                .header("ETag", equalTo("\"1\""))
                .header("Location", equalTo(OWN))
                .body("id", equalTo("hip-hinge-with-stick"))
                .body("origin", equalTo("clinic"))
                .body("dose.state", equalTo("stated"))
                .body("guidance.steps", equalTo(List.of()));
        therapist.put(OWN, HINGE).statusCode(200).header("ETag", equalTo("\"1\""));
        change(1, HINGE.replace("Hip hinge", "Hinge")).statusCode(200).header("ETag", equalTo("\"2\""));

        therapist.get(OWN).body("name", equalTo("Hinge with a stick")).body("version", equalTo(2));
        therapist.get(OWN + "?version=1").body("name", equalTo("Hip hinge with a stick"));
        refused(therapist.get(OWN + "?version=3"), 404, "unknown-version");
        found("q=stick").body("entries.version", equalTo(List.of(2)));
    }

    @Test
    void nobodys_change_is_overwritten_unseen() throws Exception {
        refused(change(1, HINGE), 404, "unknown-entry");
        therapist.put(OWN, HINGE).statusCode(201);

        refused(therapist.put(OWN, HINGE.replace("Hip", "My")), 428, "version-required");
        Callable<Response> change = () ->
                therapist.request().header("If-Match", "\"1\"").body(HINGE).put(OWN);
        assertThat(Api.race(List.of(change, change, change, change))).containsExactly(200, 412, 412, 412);
        refused(change(1, HINGE), 412, "stale-version");
        therapist
                .request()
                .header("If-Match", "*")
                .body(HINGE)
                .put(OWN)
                .then()
                .statusCode(422)
                .body("errors[0].parameter", equalTo("If-Match"));
    }

    @Test
    void of_racing_first_versions_with_other_content_one_is_added() throws Exception {
        List<Callable<Response>> requests = List.of("One", "Two", "Three", "Four").stream()
                .<Callable<Response>>map(name -> () ->
                        therapist.request().body(HINGE.replace("Hip", name)).put(OWN))
                .toList();

        assertThat(Api.race(requests)).containsExactly(201, 428, 428, 428);
        therapist.get(OWN).body("version", equalTo(1));
    }

    @Test
    void an_entry_of_ours_cannot_be_changed() {
        refused(therapist.put(CATALOG + "/bird-dog", HINGE), 409, "entry-is-built-in");
        therapist.get(CATALOG + "/bird-dog").body("origin", equalTo("built-in"));
    }

    @Test
    void what_is_hidden_is_offered_no_more_until_it_is_shown() {
        therapist.put(OWN, HINGE).statusCode(201);
        for (int i = 0; i < 2; i++) {
            post(OWN + "/hide").statusCode(200).body("hidden", equalTo(true));
            post(CATALOG + "/deadlift/hide").statusCode(200).body("hidden", equalTo(true));
        }

        found("category=hinge")
                .body("entries.id", equalTo(List.of("single-arm-suitcase-deadlift", "single-leg-deadlift")));
        found("category=hinge&hidden=true").body("entries.id", hasItems("deadlift", "hip-hinge-with-stick"));
        therapist.get(CATALOG + "/deadlift").statusCode(200).body("hidden", equalTo(true));
        new Api(Tokens.admin(Tokens.newClinic()))
                .get(CATALOG + "?category=hinge")
                .body("entries.id", hasItem("deadlift"))
                .body("entries.hidden", everyItem(equalTo(false)));

        post(CATALOG + "/deadlift/show").statusCode(200).body("hidden", equalTo(false));
        post(CATALOG + "/plank/show").statusCode(200).body("hidden", equalTo(false));
        found("category=hinge").body("entries.id", hasItem("deadlift"));
        refused(post(CATALOG + "/handstand/hide"), 404, "unknown-entry");
        refused(post(CATALOG + "/handstand/show"), 404, "unknown-entry");
    }

    @Test
    void of_racing_requests_to_hide_none_fails() throws Exception {
        List<Callable<Response>> requests = List.of("plank", "deadlift", "cross", "plank").stream()
                .<Callable<Response>>map(id -> () -> therapist.request().post(CATALOG + "/" + id + "/hide"))
                .toList();

        assertThat(Api.race(requests)).containsExactly(200, 200, 200, 200);
        found("hidden=true&limit=200")
                .body("entries.findAll { it.hidden }.id", equalTo(List.of("cross", "deadlift", "plank")));
    }

    @Test
    void another_clinic_sees_nothing_of_it_and_may_take_the_same_id() {
        therapist.put(OWN, HINGE).statusCode(201);
        Api other = new Api(Tokens.admin(Tokens.newClinic()));

        refused(other.get(OWN), 404, "unknown-entry");
        other.get(CATALOG + "?limit=200").body("entries.id", not(hasItem("hip-hinge-with-stick")));
        refused(other.request().header("If-Match", "\"1\"").body(HINGE).put(OWN).then(), 404, "unknown-entry");
        refused(other.request().post(OWN + "/hide").then(), 404, "unknown-entry");
        other.put(OWN, HINGE.replace("Hip", "Our")).statusCode(201);
        therapist.get(OWN).body("name", equalTo("Hip hinge with a stick"));
    }

    @Test
    void everybody_reads_and_clinicians_write() {
        Api patient = new Api(Tokens.patient(clinic, UUID.randomUUID().toString()));
        Api system = new Api(Tokens.system(clinic));
        new Api(Tokens.admin(clinic)).put(OWN, HINGE).statusCode(201);

        for (Api reader : List.of(patient, system)) {
            reader.get(OWN).statusCode(200);
            reader.get(CATALOG).statusCode(200);
            refused(reader.put(OWN, HINGE), 403, "forbidden");
            refused(reader.request().post(OWN + "/hide").then(), 403, "forbidden");
            refused(reader.request().post(OWN + "/show").then(), 403, "forbidden");
        }
        RestAssured.get(CATALOG).then().statusCode(401);
        RestAssured.get(OWN).then().statusCode(401);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "/kind                    | 'exercise'           | 'dance'",
                "/kind                    | 'kind':'exercise',   | ~~",
                "/name                    | 'Hip hinge with a stick' | '\\u0000'",
                "/name                    | 'Hip hinge with a stick' | ' '",
                "/name                    | 'Hip hinge with a stick' | 7",
                "/category                | 'hinge','targets'    | 'legs','targets'",
                "/targets/0               | 'hamstrings'         | 'Ham Strings'",
                "/equipment/0             | ['stick']            | [null]",
                "/sides                   | 'two-sided'          | 'left'",
                "/sides                   | 'two-sided'          | 'not-applicable'",
                "/sideLogging             | 'none'               | null",
                "/measures                | ['reps'],'f          | [],'f",
                "/measures/0              | ['reps'],'f          | ['laps'],'f",
                "/functionalPattern       | 'functionalPattern':'hinge' | 'functionalPattern':'squat'",
                "/dose/amounts            | [{'of':'reps','min':8,'max':12}] | []",
                "/dose/amounts/0          | 'min':8,'max':12     | 'min':8,'max':10000",
                "/dose/amounts/0          | 'min':8,'max':12     | 'min':-8",
                "/dose/amounts/0          | 'min':8,'max':12     | 'min':12,'max':8",
                "/dose/amounts/0          | ,'min':8,'max':12    | ~~",
                "/dose/amounts/0/min      | 'min':8              | 'min':8.5",
                "/dose/amounts/0/min      | 'min':8              | 'min':'8'",
                "/dose/amounts/0/of       | 'of':'reps'          | 'of':'pounds'",
                "/guidance/cues/0         | 'Keep the stick on the back' | ''",
                "/guidance/tips           | 'cues'               | 'tips'",
                "/replaces/0              | 'deadlift'           | 'handstand'",
                "/replaces/0              | 'deadlift'           | 'hip-hinge-with-stick'",
                "/id                      | 'kind'               | 'id':'plank','kind'",
            })
    void a_bad_entry_is_refused_with_its_place(String pointer, String good, @Nullable String bad) {
        String body = HINGE.replace(good.replace('\'', '"'), bad == null ? "" : bad.replace('\'', '"'));
        assertThat(body).isNotEqualTo(HINGE);

        therapist
                .put(OWN, body)
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors.pointer", hasItem(pointer));
        therapist.get(OWN).statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Upper", "-hinge", "a.b", "a$b", "a%20b"})
    void an_id_of_another_form_makes_no_entry(String id) {
        therapist
                .request()
                .urlEncodingEnabled(false)
                .body(HINGE)
                .put(CATALOG + "/" + id)
                .then()
                .statusCode(422)
                .body("errors[0].parameter", equalTo("entryId"));
    }

    @Test
    void what_is_no_request_at_all_is_refused() {
        therapist.put(OWN, "{\"kind\":").statusCode(400);
        therapist.put(OWN, "").statusCode(422);
        therapist.put(OWN, "[]").statusCode(422);
        therapist.put(OWN, "x".repeat(2 * 1024 * 1024)).statusCode(413);
        therapist
                .request()
                .contentType("text/plain")
                .body(HINGE)
                .put(OWN)
                .then()
                .statusCode(415);
        therapist.request().delete(OWN).then().statusCode(405);
        therapist.get(OWN + "?version=last").statusCode(404);
        therapist.get(CATALOG + "/plank?version=last").statusCode(422).body("errors[0].parameter", equalTo("version"));
        therapist.get(CATALOG + "/plank").body("functionalPattern", nullValue());
    }

    private ValidatableResponse found(String query) {
        return therapist
                .request()
                .urlEncodingEnabled(false)
                .get(CATALOG + "?" + query)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse post(String path) {
        return therapist.request().post(path).then();
    }

    private ValidatableResponse change(int version, String body) {
        return therapist
                .request()
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
