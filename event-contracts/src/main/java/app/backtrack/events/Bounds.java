package app.backtrack.events;

import org.jspecify.annotations.Nullable;

/** Keeps numbers that mean nothing out of events, so that no fold ever meets a pain score of 11. */
final class Bounds {
    static final int MAX_REVISION = 1_000;
    static final int MAX_RATING = 10;

    private Bounds() {}

    /**
     * Requires a number to lie within bounds, both included; null passes where there is none.
     *
     * @throws IllegalArgumentException naming the number, never its value
     */
    static void require(String name, @Nullable Integer number, int min, int max) {
        if (number != null && (number < min || number > max)) {
            throw new IllegalArgumentException(name + " must be from " + min + " to " + max);
        }
    }

    static void requireRevision(int revision) {
        require("revision", revision, 1, MAX_REVISION);
    }
}
