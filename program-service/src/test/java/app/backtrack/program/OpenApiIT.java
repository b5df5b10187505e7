package app.backtrack.program;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.testkit.quarkus.BackEndsResource;
import app.backtrack.testkit.rules.OpenApiRules;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = BackEndsResource.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class OpenApiIT {

    @Test
    void every_operation_is_described_with_its_security_and_its_errors() throws Exception {
        JsonNode document = document();

        assertThat(OpenApiRules.operations(document)).hasSize(49);
        assertThat(OpenApiRules.flaws(document)).isEmpty();
    }

    @Test
    void every_id_of_a_patient_is_a_uuid_and_every_change_needs_a_version() throws Exception {
        for (JsonNode operation : OpenApiRules.operations(document())) {
            for (JsonNode parameter : operation.path("parameters")) {
                switch (parameter.get("name").asText()) {
                    case "patientId", "programId" ->
                        assertThat(parameter.at("/schema/format").asText()).isEqualTo("uuid");
                    case "If-Match" ->
                        assertThat(parameter.path("required").asBoolean())
                                .as("%s makes nothing new", operation.get("operationId"))
                                .isEqualTo(!operation.get("responses").has("201"));
                    default -> assertThat(parameter.has("schema")).isTrue();
                }
            }
        }
    }

    @Test
    void a_change_says_what_is_not_found_and_which_version_is_refused() throws Exception {
        JsonNode answers =
                document().at("/paths/~1v1~1patients~1{patientId}~1programs~1{programId}~1stop/post/responses");

        assertThat(answers.at("/404/content/application~1problem+json/example/type")
                        .asText())
                .isEqualTo("urn:backtrack:problem:unknown-program");
        assertThat(answers.has("412")).isTrue();
        assertThat(answers.has("428")).isTrue();
    }

    @Test
    void an_entry_of_the_catalog_and_its_search_are_described_as_they_are() throws Exception {
        JsonNode document = document();

        assertThat(document.at("/paths/~1v1~1catalog/get/parameters").findValuesAsText("name"))
                .contains("q", "kind", "category", "target", "side", "equipment", "hidden", "limit", "cursor");
        assertThat(document.at("/components/schemas/CatalogEntry/properties").properties())
                .extracting(Map.Entry::getKey)
                .contains("id", "origin", "version", "hidden", "measures", "dose", "guidance");
    }

    private static JsonNode document() throws Exception {
        return new ObjectMapper()
                .readTree(RestAssured.get("/q/openapi?format=json").asByteArray());
    }
}
