package app.backtrack.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares a record with the JSON Schema that is written by hand for it: members, nullness, types and wire names. */
final class RecordSchema {
    private static final String DEFINITIONS = "#/$defs/";
    private static final Map<Type, String> SCALARS = Map.ofEntries(
            Map.entry(int.class, "integer"),
            Map.entry(Integer.class, "integer"),
            Map.entry(boolean.class, "boolean"),
            Map.entry(Boolean.class, "boolean"),
            Map.entry(String.class, "string"),
            Map.entry(byte[].class, "string"),
            Map.entry(BigDecimal.class, "number"),
            Map.entry(UUID.class, "string uuid"),
            Map.entry(LocalDate.class, "string date"),
            Map.entry(LocalTime.class, "string"),
            Map.entry(Instant.class, "string date-time"));

    private final ObjectNode root;
    private final List<String> differences = new ArrayList<>();

    /** Resolves references within {@code root}. */
    RecordSchema(ObjectNode root) {
        this.root = root;
    }

    /** In what {@code schema} does not describe {@code type}; nothing if it does. */
    List<String> differences(Class<?> type, JsonNode schema) {
        compareRecord(type, schema);
        return differences;
    }

    private void compare(Type type, JsonNode reference, String where) {
        JsonNode schema = resolve(reference);
        if (SCALARS.containsKey(type)) {
            String found =
                    (schema.path("type").asText() + " " + schema.path("format").asText()).strip();
            expect(where, SCALARS.get(type), found);
        } else if (type instanceof ParameterizedType generic) {
            compareContainer(generic, schema, where);
        } else if (type instanceof Class<?> enumeration && enumeration.isEnum()) {
            expect(
                    where,
                    wireNames(enumeration),
                    schema.path("enum").valueStream().map(JsonNode::asText).toList());
        } else {
            compareRecord((Class<?>) type, schema);
        }
    }

    private void compareContainer(ParameterizedType type, JsonNode schema, String where) {
        Type[] arguments = type.getActualTypeArguments();
        if (type.getRawType().equals(List.class)) {
            expect(where, "array", schema.path("type").asText());
            compare(arguments[0], schema.path("items"), where + "[]");
        } else if (arguments[0] instanceof Class<?> keys && keys.isEnum()) {
            expect(where, "object", schema.path("type").asText());
            expect(where + " members", wireNames(keys), names(schema.path("properties")));
            schema.path("properties").forEach(member -> compare(arguments[1], member, where + "{}"));
        } else {
            expect(where, "object", schema.path("type").asText());
            compare(arguments[1], schema.path("additionalProperties"), where + "{}");
        }
    }

    private void compareRecord(Class<?> type, JsonNode schema) {
        RecordComponent[] components = Objects.requireNonNull(type.getRecordComponents(), () -> type + " is no record");
        expect(type + " members", names(components, false), Set.copyOf(names(schema.path("properties"))));
        expect(
                type + " required",
                names(components, true),
                schema.path("required").valueStream().map(JsonNode::asText).collect(Collectors.toSet()));
        for (RecordComponent component : components) {
            JsonNode member = schema.path("properties").path(component.getName());
            if (!member.isMissingNode()) {
                compare(component.getGenericType(), member, type.getSimpleName() + "." + component.getName());
            }
        }
    }

    private static Set<String> names(RecordComponent[] components, boolean requiredOnly) {
        return Arrays.stream(components)
                .filter(component ->
                        !requiredOnly || !component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                .map(RecordComponent::getName)
                .collect(Collectors.toSet());
    }

    private static List<String> names(JsonNode object) {
        return object.propertyStream().map(Map.Entry::getKey).toList();
    }

    private static List<String> wireNames(Class<?> enumeration) {
        return Arrays.stream(enumeration.getEnumConstants())
                .map(constant -> constant instanceof DayOfWeek day
                        ? day.name().toLowerCase(Locale.ROOT)
                        : ((WireName) constant).wireName())
                .toList();
    }

    private JsonNode resolve(JsonNode schema) {
        String reference = schema.path("$ref").asText();
        return reference.startsWith(DEFINITIONS)
                ? root.path("$defs").path(reference.substring(DEFINITIONS.length()))
                : schema;
    }

    private void expect(String where, @Nullable Object expected, Object found) {
        if (!Objects.equals(expected, found)) {
            differences.add(where + ": expected " + expected + ", found " + found);
        }
    }
}
