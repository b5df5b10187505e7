package app.backtrack.program;

import app.backtrack.runtime.http.Problem;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** Completes the OpenAPI document: what any operation may answer, and the one form of every refusal. */
public final class ProblemResponses implements OASFilter {
    private static final String SCHEMA = "#/components/schemas/Problem";
    /** An operation that takes this header changes what others may have changed. */
    private static final String IF_MATCH = "If-Match";

    private static final Map<Integer, Case> CASES = Map.of(
            401, new Case("unauthenticated", "A valid token is required", "No valid token."),
            403, new Case("forbidden", "This token may not do that", "A token whose role may not do this."),
            404, new Case("unknown-patient", "Unknown patient", "`unknown-patient` or `unknown-program`."),
            409, new Case("program-ended", "The program has ended", "The program is in another state."),
            412, new Case("stale-version", "Somebody changed this in the meantime", "`If-Match` is not current."),
            422, new Case("invalid-request", "The request is not valid", "Not valid; `errors` names each place."),
            428, new Case("version-required", "If-Match is required", "`If-Match` is missing."),
            503, new Case("unavailable", "Cannot be served now", "Send the same again after `Retry-After`."));
    private static final List<Integer> ANYWHERE = List.of(401, 403, 422, 503);
    private static final List<Integer> WITH_IF_MATCH = List.of(404, 409, 412, 428);

    @Override
    public Operation filterOperation(Operation operation) {
        APIResponses responses = operation.getResponses();
        ANYWHERE.forEach(status -> addTo(responses, status));
        if (operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(parameter -> IF_MATCH.equals(parameter.getName()))) {
            WITH_IF_MATCH.forEach(status -> addTo(responses, status));
        }
        CASES.forEach((status, example) -> {
            APIResponse response = responses.getAPIResponse(status.toString());
            if (response != null) {
                response.setContent(example.content(status));
            }
        });
        return operation;
    }

    private static void addTo(APIResponses responses, int status) {
        String name = Integer.toString(status);
        Case example = CASES.get(status);
        if (example != null && !responses.hasAPIResponse(name)) {
            responses.addAPIResponse(name, OASFactory.createAPIResponse().description(example.description()));
        }
    }

    private record Case(String code, String title, String description) {
        private Content content(int status) {
            return OASFactory.createContent()
                    .addMediaType(
                            Problem.MEDIA_TYPE,
                            OASFactory.createMediaType()
                                    .schema(OASFactory.createSchema().ref(SCHEMA))
                                    .example(Map.of(
                                            "type",
                                            Problem.of(code, status, title, null)
                                                    .type(),
                                            "title",
                                            title,
                                            "status",
                                            status)));
        }
    }
}
