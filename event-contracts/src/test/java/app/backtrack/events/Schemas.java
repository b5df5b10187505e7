package app.backtrack.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Validates against the published schemas as an integrator would: formats are asserted, nothing is fetched. */
final class Schemas {
    static final String SEALED_DATA = "/schemas/sealed-data.v1.json";

    private static final String META_SCHEMA = "https://json-schema.org/draft/2020-12/schema";
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

    private Schemas() {}

    /** What is wrong with {@code json}, by the schema in a class-path resource; nothing if it is valid. */
    static List<String> flaws(String resource, byte[] json) {
        return flaws(REGISTRY.getSchema(text(PlainJson.resource(resource)), InputFormat.JSON), json);
    }

    /** What is wrong with {@code json}, by a schema that stands inside another document. */
    static List<String> flaws(JsonNode schema, byte[] json) {
        return flaws(REGISTRY.getSchema(schema.toString(), InputFormat.JSON), json);
    }

    /** What is wrong with the schema itself, by the rules of JSON Schema 2020-12. */
    static List<String> flawsOfSchema(String resource) {
        Schema meta = REGISTRY.getSchema(SchemaLocation.of(META_SCHEMA));
        return flaws(meta, PlainJson.resource(resource));
    }

    private static List<String> flaws(Schema schema, byte[] json) {
        return schema.validate(text(json), InputFormat.JSON).stream()
                .map(Error::toString)
                .toList();
    }

    private static String text(byte[] json) {
        return new String(json, StandardCharsets.UTF_8);
    }
}
