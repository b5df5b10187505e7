package app.backtrack.tracking;

import app.backtrack.runtime.http.Problem;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;

/** Documents on every operation the problems that each of them can answer with, so that none is forgotten. */
public class ProblemResponses implements OASFilter {
    private static final Map<String, String> ALWAYS = new LinkedHashMap<>(Map.of(
            "401", "No valid token",
            "403", "The token's role may not do this",
            "404", "No such patient in the caller's clinic",
            "422", "Not valid; `errors` says what is wrong with which part",
            "503", "The log or the store cannot answer now; `Retry-After` says when to try again"));
    private static final Map<String, String> WITH_BODY = Map.of(
            "400", "The body is not JSON",
            "413", "The body is larger than 1 MiB, or holds more than 500 items",
            "415", "The body is of another media type",
            "429", "More than 300 facts speak of one day of one patient");

    @Override
    public Operation filterOperation(Operation operation) {
        ALWAYS.forEach((status, description) -> add(operation, status, description));
        if (operation.getRequestBody() != null) {
            WITH_BODY.forEach((status, description) -> add(operation, status, description));
        }
        return operation;
    }

    private static void add(Operation operation, String status, String description) {
        if (operation.getResponses() == null) {
            operation.setResponses(OASFactory.createAPIResponses());
        }
        if (!operation.getResponses().hasAPIResponse(status)) {
            operation
                    .getResponses()
                    .addAPIResponse(
                            status,
                            OASFactory.createAPIResponse()
                                    .description(description)
                                    .content(OASFactory.createContent()
                                            .addMediaType(
                                                    Problem.MEDIA_TYPE,
                                                    OASFactory.createMediaType()
                                                            .schema(OASFactory.createSchema()
                                                                    .ref("#/components/schemas/Problem")))));
        }
    }
}
