package app.backtrack.program.clinician;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import app.backtrack.program.it.Api;
import app.backtrack.testkit.quarkus.BackEndsResource;
import app.backtrack.testkit.quarkus.Tokens;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = BackEndsResource.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ClinicianResourceIT {
    private static final String CLINICIANS = "/v1/clinicians";

    private final String clinic = Tokens.newClinic();
    private final Api admin = new Api(Tokens.admin(clinic));

    @Test
    void clinicians_are_those_who_look_after_somebody_and_those_with_a_name() {
        enrol("thea.harbour", "Tom_2");
        enrol("thea.harbour");
        String gone = enrol("was.here");
        admin.request().header("If-Match", "\"1\"").post("/v1/patients/" + gone + "/discharge");
        admin.put(CLINICIANS + "/thea.harbour", "{\"name\":\"Thea Harbour\"}").statusCode(200);
        admin.put(CLINICIANS + "/new.one", "{\"name\":\"New One\"}").statusCode(200);

        admin.get(CLINICIANS)
                .statusCode(200)
                .body("clinicians.clinicianId", equalTo(List.of("Tom_2", "new.one", "thea.harbour", "was.here")))
                .body("clinicians.patients", equalTo(List.of(1, 0, 2, 0)))
                .body("clinicians.name", equalTo(Arrays.asList(null, "New One", "Thea Harbour", null)));
    }

    @Test
    void a_name_can_be_changed_and_forgotten() {
        enrol("thea.harbour");
        admin.put(CLINICIANS + "/thea.harbour", "{\"name\":\"Thea Harbour\"}").statusCode(200);
        admin.put(CLINICIANS + "/thea.harbour", "{\"name\":\"Thea Hafen\"}").statusCode(200);
        admin.get(CLINICIANS).body("clinicians[0].name", equalTo("Thea Hafen"));

        admin.request().delete(CLINICIANS + "/thea.harbour").then().statusCode(204);
        admin.request().delete(CLINICIANS + "/thea.harbour").then().statusCode(204);

        admin.get(CLINICIANS).body("clinicians[0].name", nullValue());
    }

    @Test
    void a_therapist_whom_the_clinic_never_had_is_taken_with_a_warning() {
        admin.put(CLINICIANS + "/named", "{\"name\":\"Named\"}").statusCode(200);
        enrol("seen");

        admin.put("/v1/patients/" + UUID.randomUUID(), "{\"zone\":\"UTC\",\"therapists\":[\"new\",\"named\",\"seen\"]}")
                .statusCode(201)
                .body("therapists", equalTo(List.of("named", "new", "seen")))
                .body("warnings.code", equalTo(List.of("unknown-clinician")))
                .body("warnings.pointer", equalTo(List.of("/therapists/0")));
    }

    @Test
    void another_clinic_sees_none_of_it() {
        enrol("thea.harbour");
        admin.put(CLINICIANS + "/thea.harbour", "{\"name\":\"Thea Harbour\"}").statusCode(200);

        new Api(Tokens.admin(Tokens.newClinic())).get(CLINICIANS).body("clinicians.size()", equalTo(0));
    }

    @Test
    void a_list_goes_on_from_page_to_page() {
        enrol("a.A", "b.B", "c.C");

        var first = admin.get(CLINICIANS + "?limit=2").statusCode(200).extract();
        assertThat(first.<List<String>>path("clinicians.clinicianId")).containsExactly("a.A", "b.B");
        String link = first.header("Link");

        var last = admin.get(link.substring(1, link.indexOf('>'))).extract();
        assertThat(last.<List<String>>path("clinicians.clinicianId")).containsExactly("c.C");
        assertThat(last.header("Link")).isNull();
    }

    @Test
    void therapists_read_and_patients_do_not() {
        Api therapist = new Api(Tokens.therapist(clinic, "thea." + clinic));
        Api patient = new Api(Tokens.patient(clinic, UUID.randomUUID().toString()));

        therapist.get(CLINICIANS).statusCode(200);
        therapist.put(CLINICIANS + "/a", "{\"name\":\"A\"}").statusCode(403);
        patient.get(CLINICIANS).statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"name\":\" \"}", "{\"name\":1}"})
    void a_name_that_is_none_is_refused(String body) {
        admin.put(CLINICIANS + "/thea.harbour", body).statusCode(422).body("errors[0].pointer", equalTo("/name"));
        admin.put(CLINICIANS + "/no spaces", "{\"name\":\"A\"}")
                .statusCode(422)
                .body("errors[0].parameter", equalTo("clinicianId"));
    }

    private String enrol(String... therapists) {
        String patient = UUID.randomUUID().toString();
        admin.put(
                        "/v1/patients/" + patient,
                        "{\"zone\":\"UTC\",\"therapists\":[\"" + String.join("\",\"", therapists) + "\"]}")
                .statusCode(201);
        return patient;
    }
}
