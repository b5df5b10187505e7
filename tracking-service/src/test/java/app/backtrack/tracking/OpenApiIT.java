package app.backtrack.tracking;

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

        assertThat(OpenApiRules.operations(document))
                .extracting(operation -> operation.path("operationId").asText())
                .containsExactlyInAnyOrder(
                        "putPainScore",
                        "retractPainScore",
                        "putSession",
                        "retractSession",
                        "putRedFlagScreen",
                        "retractRedFlagScreen",
                        "putFlare",
                        "retractFlare",
                        "putQuestionnaire",
                        "retractQuestionnaire",
                        "putHabitCheckIn",
                        "retractHabitCheckIn",
                        "putSelfCheck",
                        "retractSelfCheck",
                        "putCareTime",
                        "retractCareTime",
                        "getQuestionnaires",
                        "getMonitoring",
                        "exportPatient",
                        "exportClinic",
                        "getAccessLog",
                        "getClinicAccessLog",
                        "postJournal",
                        "getProgress",
                        "getAdherence",
                        "getSides",
                        "getExerciseProgress",
                        "getProgressionAdvice",
                        "listPatientInsights",
                        "listMonitoring",
                        "getTimeline",
                        "getEvents",
                        "listCaseload",
                        "followCaseload",
                        "getOutcomes",
                        "getInsightRules",
                        "rehearseInsightRule");
        assertThat(OpenApiRules.flaws(document)).isEmpty();
    }

    @Test
    void a_fact_is_described_with_what_only_facts_are_refused_for() throws Exception {
        JsonNode document = document();

        JsonNode put = document.at("/paths/~1v1~1patients~1{patientId}~1pain-scores~1{id}/put/responses");
        assertThat(put.properties())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder("202", "400", "401", "403", "404", "413", "415", "422", "429", "503");
        assertThat(put.at("/404/content/application~1problem+json/example/type").asText())
                .isEqualTo("urn:backtrack:problem:unknown-patient");
        assertThat(put.at("/429/content/application~1problem+json/example/type").asText())
                .isEqualTo("urn:backtrack:problem:too-many-facts");
        assertThat(document.at("/paths/~1v1~1journal/post/responses/413/description")
                        .asText())
                .contains("500 items");
    }

    private static JsonNode document() throws Exception {
        return new ObjectMapper()
                .readTree(RestAssured.get("/q/openapi?format=json").asByteArray());
    }
}
