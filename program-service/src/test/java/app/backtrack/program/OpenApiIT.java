package app.backtrack.program;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.testkit.quarkus.BackEndsResource;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.ArrayList;
import java.util.List;
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

        assertThat(document.get("openapi").asText()).startsWith("3.1");
        List<JsonNode> operations = operations(document);
        assertThat(operations).hasSize(20);
        assertThat(operations).allSatisfy(operation -> {
            assertThat(operation.path("operationId").asText()).isNotEmpty();
            assertThat(operation.path("summary").asText()).isNotEmpty();
            assertThat(operation.path("security").toString()).contains("token");
            assertThat(operation.get("responses").properties())
                    .extracting(Map.Entry::getKey)
                    .contains("401", "403", "422", "503");
            assertThat(operation.get("responses").properties())
                    .allSatisfy(response -> assertThat(response.getValue()
                                    .at(contentOf(response.getKey()))
                                    .has("$ref"))
                            .as(operation.get("operationId") + " " + response.getKey())
                            .isTrue());
        });
    }

    @Test
    void every_reference_leads_somewhere() throws Exception {
        JsonNode document = document();

        assertThat(document.findValuesAsText("$ref"))
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(
                                document.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
    }

    @Test
    void every_id_of_a_patient_is_a_uuid_and_every_change_needs_a_version() throws Exception {
        for (JsonNode operation : operations(document())) {
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
    void an_entry_of_the_catalog_and_its_search_are_described_as_they_are() throws Exception {
        JsonNode document = document();

        assertThat(document.at("/paths/~1v1~1catalog/get/parameters").findValuesAsText("name"))
                .contains("q", "kind", "category", "target", "side", "equipment", "hidden", "limit", "cursor");
        assertThat(document.at("/components/schemas/CatalogEntry/properties").properties())
                .extracting(Map.Entry::getKey)
                .contains("id", "origin", "version", "hidden", "measures", "dose", "guidance");
    }

    private static String contentOf(String status) {
        String type = status.startsWith("2") ? "application~1json" : "application~1problem+json";
        return "/content/" + type + "/schema";
    }

    private static JsonNode document() throws Exception {
        return new ObjectMapper()
                .readTree(RestAssured.get("/q/openapi?format=json").asByteArray());
    }

    private static List<JsonNode> operations(JsonNode document) {
        List<JsonNode> operations = new ArrayList<>();
        document.get("paths").forEach(path -> path.forEach(operations::add));
        return operations;
    }
}
