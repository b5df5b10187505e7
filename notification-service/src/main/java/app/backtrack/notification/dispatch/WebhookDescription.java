package app.backtrack.notification.dispatch;

import app.backtrack.notification.webhook.HookType;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/**
 * Describes the calls that a clinic's software gets, in the OpenAPI document's {@code webhooks}. It goes after the
 * filter of all services, whose refusals are ours to give, not the receiver's.
 */
@OpenApiFilter(priority = 0)
public final class WebhookDescription implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.getComponents().addSchema("WebhookBody", body());
        for (HookType type : HookType.values()) {
            document.addWebhook(type.wireName(), OASFactory.createPathItem().POST(call(type)));
        }
    }

    private static Operation call(HookType type) {
        Operation call = OASFactory.createOperation()
                .operationId("on" + type.name())
                .summary(summary(type))
                .description("Signed by Standard Webhooks 1.0.0. It may come twice, under the same `webhook-id`.")
                .tags(List.of("Webhooks"))
                .requestBody(OASFactory.createRequestBody()
                        .required(true)
                        .content(OASFactory.createContent()
                                .addMediaType(
                                        "application/json",
                                        OASFactory.createMediaType()
                                                .schema(OASFactory.createSchema()
                                                        .ref("#/components/schemas/WebhookBody"))
                                                .example(example(type)))))
                .responses(OASFactory.createAPIResponses()
                        .addAPIResponse("2XX", OASFactory.createAPIResponse().description("Taken."))
                        .addAPIResponse(
                                "410", OASFactory.createAPIResponse().description("Gone: the endpoint is disabled."))
                        .addAPIResponse(
                                "default", OASFactory.createAPIResponse().description("Not taken: it comes again.")));
        for (String header : List.of("webhook-id", "webhook-timestamp", "webhook-signature")) {
            call.addParameter(OASFactory.createParameter()
                    .name(header)
                    .in(Parameter.In.HEADER)
                    .required(true)
                    .schema(text()));
        }
        return call;
    }

    private static String summary(HookType type) {
        return switch (type) {
            case PATIENT_ENROLLED -> "A patient was taken on";
            case PATIENT_CHANGED ->
                "A patient was discharged, moved to another time zone, or has other therapists or goals";
            case PROGRAM_CHANGED -> "A patient's program has a new version";
            case ALERT_RAISED -> "Something was found about a patient";
            case ALERT_WITHDRAWN -> "What was found holds no longer";
            case TEST -> "Somebody of the clinic tries the endpoint";
        };
    }

    private static Map<String, Object> example(HookType type) {
        Map<String, Object> ids = type == HookType.TEST
                ? Map.of("clinicId", "harbour-physio")
                : Map.of("clinicId", "harbour-physio", "patientId", "0193a1b0-7c1d-7b5e-9a54-0f2b7a6c1d2e");
        return Map.of("type", type.wireName(), "timestamp", "2026-11-20T08:00:00.125Z", "data", ids);
    }

    private static Schema body() {
        return OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .description("What happened, and the ids to look it up by. Never anything clinical.")
                .addProperty("type", text())
                .addProperty("timestamp", text().format("date-time"))
                .addProperty(
                        "data",
                        OASFactory.createSchema()
                                .addType(SchemaType.OBJECT)
                                .addProperty("clinicId", text())
                                .addProperty("patientId", text())
                                .addProperty("programId", text())
                                .addProperty(
                                        "version", OASFactory.createSchema().addType(SchemaType.INTEGER))
                                .addProperty("alertId", text())
                                .required(List.of("clinicId")))
                .required(List.of("type", "timestamp", "data"));
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(SchemaType.STRING);
    }
}
