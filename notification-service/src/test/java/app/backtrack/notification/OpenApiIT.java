package app.backtrack.notification;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.testkit.quarkus.BackEndsResource;
import app.backtrack.testkit.rules.OpenApiRules;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
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
                        "listAlerts",
                        "getAlert",
                        "acknowledgeAlert",
                        "snoozeAlert",
                        "assignAlert",
                        "closeAlert",
                        "getAlertReport",
                        "listInbox",
                        "streamInbox",
                        "listDeliveries",
                        "getPreferences",
                        "changePreferences",
                        "getBranding",
                        "changeBranding",
                        "getInboxEntry",
                        "readInboxEntry",
                        "acknowledgeInboxEntry",
                        "getReminders",
                        "changeReminders",
                        "listNotes",
                        "readNote",
                        "streamNotes",
                        "putPatientMailbox",
                        "verifyPatientMailbox",
                        "getPatientMailbox",
                        "deletePatientMailbox",
                        "getPushKey",
                        "addPushSubscription",
                        "listPushSubscriptions",
                        "removePushSubscription",
                        "putMailbox",
                        "getMailbox",
                        "deleteMailbox",
                        "putWebhookEndpoint",
                        "listWebhookEndpoints",
                        "getWebhookEndpoint",
                        "deleteWebhookEndpoint",
                        "rotateWebhookSecret",
                        "enableWebhookEndpoint",
                        "listWebhookMessages",
                        "getWebhookMessage",
                        "replayWebhookMessage",
                        "replayWebhookMessages",
                        "testWebhookEndpoint");
        assertThat(OpenApiRules.flaws(document)).isEmpty();
    }

    @Test
    void what_a_resource_says_of_a_refusal_stands() throws Exception {
        JsonNode answers = document().at("/paths/~1v1~1clinicians~1{clinicianId}~1mailbox/get/responses");

        assertThat(answers.at("/403/description").asText()).contains("another clinician's mailbox");
        assertThat(answers.at("/404/content/application~1problem+json/example/type")
                        .asText())
                .isEqualTo("urn:backtrack:problem:unknown-mailbox");
    }

    @Test
    void the_calls_to_a_clinics_software_are_described() throws Exception {
        JsonNode webhooks = document().path("webhooks");

        assertThat(webhooks.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "patient.enrolled",
                        "patient.changed",
                        "program.changed",
                        "alert.raised",
                        "alert.withdrawn",
                        "webhook.test");
        assertThat(webhooks.at("/alert.raised/post/responses").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("2XX", "410", "default");
    }

    private static JsonNode document() throws Exception {
        return new ObjectMapper()
                .readTree(RestAssured.get("/q/openapi?format=json").asByteArray());
    }
}
