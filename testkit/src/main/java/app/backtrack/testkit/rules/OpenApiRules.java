package app.backtrack.testkit.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What every service's OpenAPI document says of each of its operations. Each service checks its own document;
 * {@code OpenApiRulesTest} shows of every rule that it fails when it is broken.
 */
public final class OpenApiRules {
    private static final List<String> NAMED = List.of("operationId", "summary", "tags");
    private static final List<String> REFUSALS = List.of("401", "403", "422", "503");
    private static final List<String> JSON_TYPES = List.of("application/json", "application/x-ndjson");
    private static final String PROBLEM = "#/components/schemas/Problem";

    private OpenApiRules() {}

    /** One sentence for each place where a document breaks a rule; none for a document as it should be. */
    public static List<String> flaws(JsonNode document) {
        return Stream.of(
                        version(document),
                        operations(document).stream().flatMap(OpenApiRules::flawsOfOperation),
                        deadReferences(document))
                .flatMap(flaws -> flaws)
                .toList();
    }

    /** The operations of all paths, in the document's order. */
    public static List<JsonNode> operations(JsonNode document) {
        return document.path("paths")
                .valueStream()
                .flatMap(JsonNode::valueStream)
                .toList();
    }

    private static Stream<String> version(JsonNode document) {
        String version = document.path("openapi").asText();
        return version.startsWith("3.1.") ? Stream.empty() : Stream.of("The document is of version " + version);
    }

    private static Stream<String> flawsOfOperation(JsonNode operation) {
        JsonNode responses = operation.path("responses");
        Stream<String> missing = NAMED.stream()
                .filter(field -> operation.path(field).isEmpty()
                        && operation.path(field).asText().isEmpty())
                .map(field -> "has no " + field);
        Stream<String> open = operation.at("/security/0").has("token") ? Stream.empty() : Stream.of("takes no token");
        Stream<String> silent = REFUSALS.stream()
                .filter(status -> !responses.has(status))
                .map(status -> "does not say when it answers " + status);
        Stream<String> formless = responses
                .propertyStream()
                .filter(response -> !hasForm(response))
                .map(response -> "does not say what it answers with " + response.getKey());
        return Stream.of(missing, open, silent, formless)
                .flatMap(flaws -> flaws)
                .map(flaw -> operation.path("operationId").asText("An operation") + " " + flaw);
    }

    private static boolean hasForm(Map.Entry<String, JsonNode> response) {
        JsonNode content = response.getValue().path("content");
        return switch (response.getKey().charAt(0)) {
            case '2' ->
                response.getKey().equals("204")
                        || JSON_TYPES.stream()
                                .anyMatch(type -> isDescribed(content.path(type).path("schema")))
                        || isDescribed(content.at("/text~1event-stream/schema"))
                        || isTable(content.path("text/csv"));
            default ->
                PROBLEM.equals(
                        content.at("/application~1problem+json/schema/$ref").asText());
        };
    }

    /** JSON Schema has no words for columns; an example shows them. */
    private static boolean isTable(JsonNode csv) {
        return csv.at("/schema/type").asText().equals("string")
                && !csv.path("examples").isEmpty();
    }

    /** A thing with a name, or a list of such. */
    private static boolean isDescribed(JsonNode schema) {
        return schema.has("$ref") || schema.path("items").has("$ref");
    }

    private static Stream<String> deadReferences(JsonNode document) {
        return document.findValuesAsText("$ref").stream()
                .filter(reference -> document.at(reference.substring(1)).isMissingNode())
                .map(reference -> "Nothing is at " + reference);
    }
}
