package app.backtrack.program.patient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import app.backtrack.events.Actor;
import app.backtrack.events.EventEnvelope;
import app.backtrack.events.EventJson;
import app.backtrack.events.PatientEvent.PatientEnrolled;
import app.backtrack.events.PatientRef;
import app.backtrack.events.Role;
import app.backtrack.program.it.Api;
import app.backtrack.program.it.LogBook;
import app.backtrack.testkit.quarkus.BackEndsResource;
import app.backtrack.testkit.quarkus.Tokens;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(value = BackEndsResource.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class PatientResourceIT {
    private static final String PATIENTS = "/v1/patients";
    private static final String FULL = "{\"zone\":\"Pacific/Auckland\",\"name\":\"Ada Muster\",\"birthYear\":1970,"
            + "\"identifiers\":[{\"system\":\"urn:example:charts\",\"value\":\"H-0001\"},"
            + "{\"system\":\"urn:example:insurer\",\"value\":\"7 / 7\"}],\"therapists\":[\"tom.harbour\",\"thea.harbour\"]}";
    private static final int RACERS = 8;

    private final String clinic = Tokens.newClinic();
    private final Api system = new Api(Tokens.system(clinic));
    private final String patient = UUID.randomUUID().toString();
    private final String path = PATIENTS + "/" + patient;

    @Inject
    LogBook log;

    @Test
    void a_patient_is_enrolled_once_however_often_it_is_asked() {
        system.put(path, FULL)
                .statusCode(201)
                .header("Location", equalTo(path))
                .header("Cache-Control", equalTo("no-store"))
                .body("patientId", equalTo(patient))
                .body("zone", equalTo("Pacific/Auckland"))
                .header("ETag", equalTo("\"1\""))
                .body("status", equalTo("enrolled"))
                .body("version", equalTo(1))
                .body("birthYear", equalTo(1970))
                .body("identifiers.value", equalTo(List.of("H-0001", "7 / 7")))
                .body("name", equalTo("Ada Muster"))
                .body("therapists", equalTo(List.of("thea.harbour", "tom.harbour")));
        system.put(path, FULL).statusCode(200).body("name", equalTo("Ada Muster"));
        system.get(path).statusCode(200).body("identifiers[0].system", equalTo("urn:example:charts"));
    }

    @Test
    void the_log_knows_the_pseudonym_and_not_the_person() throws Exception {
        String enrolledOn = system.put(path, FULL).extract().path("enrolledOn");

        EventEnvelope<?> event = log.event("patient/" + patient + "/1");

        assertThat(event.subject()).isEqualTo(PatientRef.of(clinic + "/" + patient));
        assertThat(event.actor()).isEqualTo(new Actor(Role.CLINIC_SYSTEM, "system." + clinic));
        assertThat(event.data())
                .isEqualTo(new PatientEnrolled(
                        1, LocalDate.parse(enrolledOn), "Pacific/Auckland", List.of("thea.harbour", "tom.harbour")));
        assertThat(new String(EventJson.write(event), StandardCharsets.UTF_8)).doesNotContain("Muster", "H-0001");
    }

    @Test
    void other_content_under_the_same_id_is_a_conflict() {
        system.put(path, FULL).statusCode(201);

        system.put(path, FULL.replace("Ada", "Eva"))
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:backtrack:problem:patient-exists"));
    }

    @Test
    void an_own_identifier_names_one_patient_of_the_clinic() {
        system.put(path, FULL).statusCode(201);

        system.put(PATIENTS + "/" + UUID.randomUUID(), FULL)
                .statusCode(409)
                .body("type", equalTo("urn:backtrack:problem:own-identifier-taken"));
    }

    @Test
    void another_clinic_sees_nothing_and_may_use_the_same_ids() {
        system.put(path, FULL).statusCode(201);
        Api other = new Api(Tokens.admin(Tokens.newClinic()));

        String unknown = other.get(path).statusCode(404).extract().asString();
        assertThat(other.get(PATIENTS + "/" + UUID.randomUUID()).extract().asString())
                .isEqualTo(unknown);
        other.get(PATIENTS).statusCode(200).body("patients.size()", equalTo(0));
        other.put(path, FULL).statusCode(201);
    }

    @Test
    void of_racing_enrolments_with_one_own_identifier_one_wins() throws Exception {
        List<Callable<Response>> requests = IntStream.range(0, RACERS)
                .<Callable<Response>>mapToObj(
                        i -> () -> system.request().body(FULL).put(PATIENTS + "/" + UUID.randomUUID()))
                .toList();

        assertThat(Api.race(requests)).containsExactly(201, 409, 409, 409, 409, 409, 409, 409);
        system.get(PATIENTS).body("patients.size()", equalTo(1));
    }

    @Test
    void of_racing_equal_enrolments_one_is_new_and_none_fails() throws Exception {
        List<Callable<Response>> requests = IntStream.range(0, RACERS)
                .<Callable<Response>>mapToObj(
                        i -> () -> system.request().body(FULL).put(path))
                .toList();

        assertThat(Api.race(requests)).containsExactly(200, 200, 200, 200, 200, 200, 200, 201);
    }

    @Test
    void who_may_do_what() {
        String other = UUID.randomUUID().toString();
        new Api(Tokens.therapist(clinic, "thea." + clinic)).enrol(patient);
        new Api(Tokens.admin(clinic)).enrol(other);
        Api self = new Api(Tokens.patient(clinic, patient));

        self.get(path).statusCode(200).body("name", nullValue());
        self.get(PATIENTS + "/" + other).statusCode(404);
        self.get(PATIENTS).statusCode(403);
        self.put(path, FULL).statusCode(403).body("type", equalTo("urn:backtrack:problem:forbidden"));
        new Api("no-token").get(path).statusCode(401);
        RestAssured.get(path).then().statusCode(401).body("type", equalTo("urn:backtrack:problem:unauthenticated"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "/zone       | {'therapists':[]}",
                "/zone       | {'zone':'Europe/Atlantis','therapists':[]}",
                "/zone       | {'zone':1,'therapists':[]}",
                "/therapists | {'zone':'Europe/Berlin'}",
                "/therapists | {'zone':'Europe/Berlin','therapists':'thea'}",
                "/therapists/0 | {'zone':'Europe/Berlin','therapists':['no spaces']}",
                "/name       | {'zone':'Europe/Berlin','therapists':[],'name':' '}",
                "/name       | {'zone':'Europe/Berlin','therapists':[],'name':'half \\ud800'}",
                "/birthYear  | {'zone':'Europe/Berlin','therapists':[],'birthYear':1899}",
                "/birthYear  | {'zone':'Europe/Berlin','therapists':[],'birthYear':2099}",
                "/identifiers/0/value | {'zone':'Europe/Berlin','therapists':[],'identifiers':[{'system':'a','value':'a\\nb'}]}",
                "/identifiers/0/system | {'zone':'Europe/Berlin','therapists':[],'identifiers':[{'system':'a b','value':'1'}]}",
                "/identifiers/1/system | {'zone':'Europe/Berlin','therapists':[],'identifiers':[{'system':'a','value':'1'},{'system':'a','value':'2'}]}",
                "/born       | {'zone':'Europe/Berlin','therapists':[],'born':'1970-01-01'}",
            })
    void bad_input_is_refused_with_its_place(String pointer, String body) {
        system.put(path, body.replace('\'', '"'))
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors.pointer", hasItem(pointer));
        system.get(path).statusCode(404);
    }

    @Test
    void what_is_no_request_at_all_is_refused() {
        system.put(path, "{\"zone\":").statusCode(400);
        system.put(path, "").statusCode(422);
        system.put(path, "x".repeat(2 * 1024 * 1024)).statusCode(413);
        system.put(PATIENTS + "/H-0001", FULL).statusCode(422).body("errors[0].parameter", equalTo("patientId"));
        system.request().contentType("text/plain").body(FULL).put(path).then().statusCode(415);
        system.request().delete(path).then().statusCode(405);
    }

    @Test
    void a_list_goes_on_from_page_to_page() {
        List<String> ids = IntStream.range(0, 3)
                .mapToObj(i -> UUID.randomUUID().toString())
                .sorted()
                .toList();
        ids.forEach(system::enrol);

        var first = system.get(PATIENTS + "?limit=2").statusCode(200).extract();
        String link = first.header("Link");
        assertThat(first.<List<String>>path("patients.patientId")).isEqualTo(ids.subList(0, 2));
        assertThat(link).endsWith(">; rel=\"next\"");

        var last =
                system.get(link.substring(1, link.indexOf('>'))).statusCode(200).extract();
        assertThat(last.<List<String>>path("patients.patientId")).isEqualTo(ids.subList(2, 3));
        assertThat(last.header("Link")).isNull();
    }

    @Test
    void patients_are_found_by_name_and_by_own_identifier_within_the_clinic() {
        system.put(path, FULL).statusCode(201);
        system.enrol(UUID.randomUUID().toString());
        Api other = new Api(Tokens.admin(Tokens.newClinic()));
        String chart = "{\"identifier\":{\"system\":\"urn:example:charts\",\"value\":\"H-0001\"}}";

        for (String found : List.of("{\"name\":\"MÚST\"}", "{\"name\":\"ada  mu\"}", chart)) {
            search(found).body("patients.patientId", equalTo(List.of(patient)));
            other.request()
                    .body(found)
                    .post(PATIENTS + "/search")
                    .then()
                    .statusCode(200)
                    .body("patients.size()", equalTo(0));
        }
        for (String unknown : List.of(
                "{\"name\":\"ada x\"}",
                "{\"name\":\"uster\"}",
                chart.replace("charts", "insurer"),
                "{\"name\":\"ada\",\"status\":\"discharged\"}",
                "{\"name\":\"ada\",\"therapist\":\"nobody\"}")) {
            search(unknown).body("patients.size()", equalTo(0));
        }
    }

    @Test
    void a_search_goes_on_from_page_to_page() {
        List<String> ids = IntStream.range(0, 3)
                .mapToObj(i -> UUID.randomUUID().toString())
                .sorted()
                .toList();
        ids.forEach(id -> system.put(PATIENTS + "/" + id, "{\"zone\":\"UTC\",\"therapists\":[],\"name\":\"Bo\"}"));

        var first = search("{\"name\":\"bo\",\"limit\":2}").extract();
        assertThat(first.<List<String>>path("patients.patientId")).isEqualTo(ids.subList(0, 2));

        search("{\"name\":\"bo\",\"limit\":2,\"cursor\":\"" + first.path("cursor") + "\"}")
                .body("patients.patientId", equalTo(ids.subList(2, 3)))
                .body("cursor", nullValue());
    }

    @Test
    void a_list_shows_whom_it_was_asked_for_on_every_page() {
        List<String> ids = IntStream.range(0, 3)
                .mapToObj(i -> UUID.randomUUID().toString())
                .sorted()
                .toList();
        ids.forEach(system::enrol);
        system.put(path, FULL).statusCode(201);
        String mine = PATIENTS + "?status=enrolled&therapist=tom.harbour&limit=1";

        system.get(mine).body("patients.patientId", equalTo(List.of(patient))).header("Link", nullValue());
        system.get(PATIENTS + "?status=discharged").body("patients.size()", equalTo(0));
        String link = system.get(PATIENTS + "?therapist=thea.harbour&status=enrolled&limit=3")
                .extract()
                .header("Link");
        system.get(link.substring(1, link.indexOf('>'))).statusCode(200).body("patients.size()", equalTo(1));
        assertThat(link).contains("therapist=thea.harbour", "status=enrolled");
    }

    private ValidatableResponse search(String body) {
        return system.request().body(body).post(PATIENTS + "/search").then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({"status,gone", "therapist,%20", "limit,0", "limit,201", "limit,ten", "cursor,abc", "cursor,%21"})
    void a_page_that_cannot_be_is_refused(String parameter, String value) {
        system.request()
                .urlEncodingEnabled(false)
                .get(PATIENTS + "?" + parameter + "=" + value)
                .then()
                .statusCode(422)
                .body("errors[0].parameter", equalTo(parameter));
    }
}
