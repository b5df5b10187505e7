package app.backtrack.program.template;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import app.backtrack.program.it.Api;
import app.backtrack.testkit.quarkus.BackEndsResource;
import app.backtrack.testkit.quarkus.Tokens;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = BackEndsResource.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class TemplateResourceIT {
    private final String clinic = Tokens.newClinic();
    private final Api admin = new Api(Tokens.admin(clinic));

    @Test
    void templates_are_listed_and_shown() {
        admin.get("/v1/templates").statusCode(200).body("templates.id", equalTo(List.of("lower-back-starter")));
        admin.get("/v1/templates/lower-back-starter")
                .statusCode(200)
                .body("weeks", equalTo(12))
                .body("items[0].containsKey('reps')", equalTo(true))
                .body("items[0].reps", nullValue());
    }

    @Test
    void an_unknown_template_is_not_found() {
        admin.get("/v1/templates/another")
                .statusCode(404)
                .body("type", equalTo("urn:backtrack:problem:unknown-template"));
    }

    @Test
    void templates_are_for_the_clinics_people() {
        String patient = UUID.randomUUID().toString();
        new Api(Tokens.patient(clinic, patient)).get("/v1/templates").statusCode(403);
        RestAssured.get("/v1/templates").then().statusCode(401);
    }
}
