package app.backtrack.runtime.http;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/**
 * Completes each service's OpenAPI document with the refusals that are the same everywhere, and gives every refusal its
 * one form.
 *
 * <p>What a resource says about a status wins. It need only say when that is the answer, beginning with the problem's
 * code: {@code @APIResponse(responseCode = "404", description = "`unknown-patient`: not in the caller's clinic.")}.
 *
 * <p>A service's own filter is given a higher priority where it adds such words.
 */
@OpenApiFilter
public final class ProblemAnswers implements OASFilter {
    private static final String SCHEMA = "#/components/schemas/Problem";
    /** An operation that takes this header changes what others may have changed. */
    private static final String IF_MATCH = "If-Match";

    private static final List<Case> ANYWHERE = List.of(
            new Case(401, "unauthenticated", "No valid token."),
            new Case(403, "forbidden", "A token whose role may not do this."),
            new Case(422, "invalid-request", "Not valid; `errors` names each place."),
            new Case(429, "too-many-requests", "Too much of this client or clinic; wait as `Retry-After` says."),
            new Case(
                    503,
                    "unavailable",
                    "Cannot be served now, or `overloaded`; send the same again after `Retry-After`."));
    private static final List<Case> WITH_BODY = List.of(
            new Case(400, "malformed-json", "The body is not JSON."),
            new Case(413, "too-large", "The body is over 1 MiB."),
            new Case(415, "unsupported-media-type", "The body is not sent as JSON."));
    private static final List<Case> WITH_IF_MATCH = List.of(
            new Case(412, "stale-version", "`If-Match` is not the current version."),
            new Case(428, "version-required", "`If-Match` is missing."));

    /** The code that a description names first stands in the example too. */
    private static final Pattern NAMED_CODE = Pattern.compile("^`([a-z-]+)`");

    @Override
    public Operation filterOperation(Operation operation) {
        APIResponses responses = operation.getResponses();
        ANYWHERE.forEach(problem -> problem.addTo(responses));
        if (operation.getRequestBody() != null) {
            WITH_BODY.forEach(problem -> problem.addTo(responses));
        }
        ifMatch(operation).ifPresent(header -> {
            // What can also make something new takes the header for changes only.
            header.required(!responses.hasAPIResponse("201"));
            WITH_IF_MATCH.forEach(problem -> problem.addTo(responses));
        });
        responses.getAPIResponses().forEach(ProblemAnswers::complete);
        return operation;
    }

    private static Optional<Parameter> ifMatch(Operation operation) {
        return Stream.ofNullable(operation.getParameters())
                .flatMap(List::stream)
                .filter(parameter -> IF_MATCH.equals(parameter.getName()))
                .findFirst();
    }

    /** Gives a refusal that a resource describes by words alone its form. */
    private static void complete(String status, APIResponse response) {
        String description = response.getDescription();
        Matcher code = NAMED_CODE.matcher(description == null ? "" : description);
        if (response.getContent() == null && code.find()) {
            response.setContent(content(Integer.parseInt(status), code.group(1)));
        }
    }

    private static Content content(int status, String code) {
        String type = Problem.of(code, status, code, null).type();
        return OASFactory.createContent()
                .addMediaType(
                        Problem.MEDIA_TYPE,
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref(SCHEMA))
                                .example(Map.of("type", type, "status", status)));
    }

    /** A way in which requests end. */
    private record Case(int status, String code, String description) {
        private void addTo(APIResponses responses) {
            String name = Integer.toString(status);
            APIResponse described = responses.getAPIResponse(name);
            // The framework adds a bare 400 of its own to whatever takes a body.
            if (described == null || described.getContent() == null && status == 400) {
                responses.addAPIResponse(
                        name,
                        OASFactory.createAPIResponse().description(description).content(content(status, code)));
            }
        }
    }
}
