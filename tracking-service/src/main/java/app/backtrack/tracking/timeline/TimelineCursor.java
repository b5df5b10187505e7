package app.backtrack.tracking.timeline;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * Where a page of the timeline ended.
 *
 * @param recordedAt of its last entry
 * @param key of its last entry
 */
record TimelineCursor(Instant recordedAt, String key) {

    /** After this entry. */
    static TimelineCursor after(TimelineEntry last) {
        return new TimelineCursor(last.recordedAt(), last.key());
    }

    /** Reads what {@link #text()} wrote; empty if it is something else. */
    static Optional<TimelineCursor> read(String text) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            int space = plain.indexOf(' ');
            return space < 0
                    ? Optional.empty()
                    : Optional.of(
                            new TimelineCursor(Instant.parse(plain.substring(0, space)), plain.substring(space + 1)));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Opaque to clients. */
    String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((recordedAt + " " + key).getBytes(StandardCharsets.UTF_8));
    }

    /** Whether an entry comes later in the list, which means that it is older. */
    boolean isBefore(TimelineEntry entry) {
        int byTime = entry.recordedAt().compareTo(recordedAt);
        return byTime < 0 || (byTime == 0 && entry.key().compareTo(key) < 0);
    }
}
