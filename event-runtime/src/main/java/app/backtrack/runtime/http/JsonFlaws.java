package app.backtrack.runtime.http;

import app.backtrack.events.WireName;
import app.backtrack.runtime.http.Problem.Flaw;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with a JSON body, with a pointer to the place and without repeating what stood there. */
public final class JsonFlaws {
    private JsonFlaws() {}

    /** The problem of a body that could not be read: 400 where it is no JSON, 422 where it says the wrong thing. */
    public static Problem problem(JsonProcessingException failure) {
        return switch (rootOf(failure)) {
            case StreamConstraintsException tooMuch ->
                Refusal.invalidProblem(List.of(Flaw.at("", "longer or deeper than any body of ours")));
            case InputCoercionException tooLarge ->
                Refusal.invalidProblem(
                        List.of(Flaw.at(pointer(failure), "must be a " + typeName(tooLarge.getTargetType()))));
            case StreamReadException malformed -> malformed();
            case MismatchedInputException trailing when isTrailing(trailing) -> malformed();
            case JsonMappingException databind ->
                Refusal.invalidProblem(List.of(Flaw.at(pointer(databind), detail(databind))));
            default -> malformed();
        };
    }

    private static Problem malformed() {
        return Problem.of(
                "malformed-json",
                400,
                "The body is not JSON",
                "Send one well-formed JSON value, UTF-8, each member once.");
    }

    /** Jackson says that a second value follows by its message alone. */
    private static boolean isTrailing(MismatchedInputException failure) {
        return failure.getPath().isEmpty() && failure.getOriginalMessage().startsWith("Trailing token");
    }

    /** Reading a record wraps what the parser said into where it was said. */
    private static JsonProcessingException rootOf(JsonProcessingException failure) {
        return failure instanceof JsonMappingException && failure.getCause() instanceof JsonProcessingException cause
                ? rootOf(cause)
                : failure;
    }

    private static String pointer(JsonProcessingException failure) {
        return failure instanceof JsonMappingException databind ? pointer(databind) : "";
    }

    private static String pointer(JsonMappingException failure) {
        return failure.getPath().stream()
                .map(JsonFlaws::token)
                .map(token -> "/" + token.replace("~", "~0").replace("/", "~1"))
                .collect(Collectors.joining());
    }

    private static String token(Reference reference) {
        return reference.getFieldName() != null ? reference.getFieldName() : String.valueOf(reference.getIndex());
    }

    private static String detail(JsonMappingException failure) {
        return switch (failure) {
            case UnrecognizedPropertyException unknown -> "unknown member";
            case InvalidFormatException format -> expected(format.getTargetType());
            case MismatchedInputException mismatch -> expected(mismatch.getTargetType());
            default -> "not a valid value";
        };
    }

    private static String expected(@Nullable Class<?> type) {
        if (type == null) {
            return "of the wrong type";
        }
        if (type.isEnum()) {
            return "must be one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(JsonFlaws::name)
                            .collect(Collectors.joining(", "));
        }
        return "must be a " + typeName(type);
    }

    private static String name(Object constant) {
        return constant instanceof WireName named ? named.wireName() : constant.toString();
    }

    private static String typeName(Class<?> type) {
        return switch (type.getSimpleName()) {
            case "Integer", "int", "Long", "long" -> "whole number";
            case "BigDecimal", "Double", "double" -> "number";
            case "Boolean", "boolean" -> "boolean";
            case "String" -> "string";
            case "Instant" -> "time in UTC such as 2026-11-20T18:30:00Z";
            case "LocalDate" -> "date such as 2026-11-20";
            case "UUID" -> "UUID";
            case "List", "ArrayList", "Set" -> "list";
            default -> "valid " + type.getSimpleName();
        };
    }
}
