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
        assertThat(operations).hasSize(14);
        assertThat(operations).allSatisfy(operation -> {
            assertThat(operation.path("operationId").asText()).isNotEmpty();
            assertThat(operation.path("summary").asText()).isNotEmpty();
            assertThat(operation.path("security").toString()).contains("token");
            for (String status : List.of("401", "403", "422", "503")) {
                JsonNode content = operation.path("responses").path(status).path("content");
                assertThat(content.has("application/problem+json")).as(status).isTrue();
            }
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
