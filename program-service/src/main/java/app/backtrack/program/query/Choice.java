package app.backtrack.program.query;

import app.backtrack.events.WireName;
import app.backtrack.runtime.http.Problem.Flaw;
import app.backtrack.runtime.http.Refusal;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads one of a few names from query parameters. */
public final class Choice {
    private Choice() {}

    /**
     * Reads a parameter; null where it is not given.
     *
     * @throws Refusal 422 if it is none of the names
     */
    public static <E extends Enum<E> & WireName> @Nullable E parameter(
            String name, @Nullable String text, Class<E> type) {
        if (text == null) {
            return null;
        }
        return WireName.find(type, text)
                .orElseThrow(() -> Refusal.invalid(Flaw.ofParameter(
                        name,
                        "must be one of "
                                + Arrays.stream(type.getEnumConstants())
                                        .map(WireName::wireName)
                                        .collect(Collectors.joining(", ")))));
    }

    /**
     * Reads a parameter that is true or false; false where it is not given.
     *
     * @throws Refusal 422 if it is neither
     */
    public static boolean flag(String name, @Nullable String text) {
        if (text == null || "false".equals(text)) {
            return false;
        }
        if ("true".equals(text)) {
            return true;
        }
        throw Refusal.invalid(Flaw.ofParameter(name, "must be true or false"));
    }
}
