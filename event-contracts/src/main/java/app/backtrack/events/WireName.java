package app.backtrack.events;

import java.util.Arrays;
import java.util.Optional;

/** Marks an enum whose constants are written to the outside by a declared name, never by their Java name. */
public interface WireName {

    /** The name in events, requests and answers: lower-case words joined by hyphens. */
    String wireName();

    /** Finds the constant that is written as {@code name}. */
    static <E extends Enum<E> & WireName> Optional<E> find(Class<E> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.wireName().equals(name))
                .findFirst();
    }
}
