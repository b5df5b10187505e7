package app.backtrack.tracking.reading;

import app.backtrack.runtime.http.Problem.Flaw;
import app.backtrack.runtime.http.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of a list ended that is sorted by time, newest first.
 *
 * @param at of its last entry
 * @param key of its last entry; tells those of one time apart
 */
public record PageCursor(Instant at, String key) implements Comparable<PageCursor> {

    /**
     * Reads the query parameter {@code cursor}.
     *
     * @return null where it is left out
     * @throws Refusal 422 if it is none of ours
     */
    public static @Nullable PageCursor of(@Nullable String cursor) {
        return cursor == null
                ? null
                : read(cursor)
                        .orElseThrow(
                                () -> Refusal.invalid(Flaw.ofParameter("cursor", "must come from the page before")));
    }

    /** Reads what {@link #text()} wrote; empty if it is something else. */
    static Optional<PageCursor> read(String text) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            int space = plain.indexOf(' ');
            return space < 0
                    ? Optional.empty()
                    : Optional.of(new PageCursor(Instant.parse(plain.substring(0, space)), plain.substring(space + 1)));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Opaque to clients. */
    public String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((at + " " + key).getBytes(StandardCharsets.UTF_8));
    }

    /** Whether an entry comes later in the list, which means that it is older. */
    public boolean isBefore(PageCursor entry) {
        return entry.compareTo(this) < 0;
    }

    /** By time; of one time, in a fixed order. */
    @Override
    public int compareTo(PageCursor other) {
        int byTime = at.compareTo(other.at);
        return byTime != 0 ? byTime : key.compareTo(other.key);
    }
}
