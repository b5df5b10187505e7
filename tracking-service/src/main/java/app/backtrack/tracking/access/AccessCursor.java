package app.backtrack.tracking.access;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.Optional;

/**
 * Where a page of a patient's access log ended.
 *
 * @param at of its last entry
 * @param key of its last entry
 */
record AccessCursor(Instant at, String key) {
    /** Newest first; of one instant, in a fixed order. */
    static final Comparator<AccessEntry> ORDER = Comparator.comparing(AccessEntry::at)
            .thenComparing(AccessEntry::key)
            .reversed();

    static AccessCursor after(AccessEntry last) {
        return new AccessCursor(last.at(), last.key());
    }

    /** Reads what {@link #text()} wrote; empty if it is something else. */
    static Optional<AccessCursor> read(String text) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            int space = plain.indexOf(' ');
            return space < 0
                    ? Optional.empty()
                    : Optional.of(
                            new AccessCursor(Instant.parse(plain.substring(0, space)), plain.substring(space + 1)));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Opaque to clients. */
    String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((at + " " + key).getBytes(StandardCharsets.UTF_8));
    }

    /** Whether an entry is older, and so comes later in the list. */
    boolean isBefore(AccessEntry entry) {
        int byTime = entry.at().compareTo(at);
        return byTime < 0 || (byTime == 0 && entry.key().compareTo(key) < 0);
    }
}
