package app.backtrack.tools.letter;

import app.backtrack.events.ClinicEventType;
import app.backtrack.events.EventType;
import app.backtrack.events.WireForm;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Validates opened data by the published schema of its type. */
final class Schemas {
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

    private Schemas() {}

    /** The form of a wire name, of a patient's event or a clinic's; empty for one that this version does not know. */
    static Optional<WireForm<?>> form(String wireName) {
        Optional<WireForm<?>> patients = EventType.find(wireName).map(form -> form);
        return patients.or(() -> ClinicEventType.find(wireName).map(form -> form));
    }

    /** What is wrong with data, in sentences; empty if nothing is. */
    static List<String> flaws(WireForm<?> form, byte[] json) {
        try (InputStream schema = WireForm.class.getResourceAsStream(form.schemaResource())) {
            if (schema == null) {
                throw new IllegalStateException("every form has a schema: " + form);
            }
            return REGISTRY
                    .getSchema(new String(schema.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON)
                    .validate(new String(json, StandardCharsets.UTF_8), InputFormat.JSON)
                    .stream()
                    .map(Error::toString)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            // Text that is no JSON at all is met with exceptions of the parser's.
            return List.of("no JSON: " + e.getMessage());
        }
    }
}
