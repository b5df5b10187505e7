package app.backtrack.program;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/**
 * Completes the OpenAPI document with what is the same all over this service: ids, versions, and what is not found. It
 * goes before the filter of all services, which gives the words of a refusal their form.
 */
@OpenApiFilter(priority = 2)
public final class ApiDescription implements OASFilter {
    /** An operation that takes this header changes what others may have changed. */
    private static final String IF_MATCH = "If-Match";

    private static final String NOT_FOUND = "404";

    @Override
    public Operation filterOperation(Operation operation) {
        if (takes(operation, IF_MATCH)
                && takes(operation, "patientId")
                && !operation.getResponses().hasAPIResponse(NOT_FOUND)) {
            operation
                    .getResponses()
                    .addAPIResponse(
                            NOT_FOUND,
                            OASFactory.createAPIResponse().description("`unknown-program` or `unknown-patient`."));
        }
        return operation;
    }

    private static boolean takes(Operation operation, String parameter) {
        return Stream.ofNullable(operation.getParameters())
                .flatMap(List::stream)
                .anyMatch(taken -> parameter.equals(taken.getName()));
    }

    @Override
    public Parameter filterParameter(Parameter parameter) {
        return switch (parameter.getName()) {
            case "patientId", "programId" ->
                parameter.schema(OASFactory.createSchema()
                        .addType(Schema.SchemaType.STRING)
                        .format("uuid"));
            case IF_MATCH ->
                parameter.description("The ETag of the version that was seen.").example("\"1\"");
            default -> parameter;
        };
    }
}
