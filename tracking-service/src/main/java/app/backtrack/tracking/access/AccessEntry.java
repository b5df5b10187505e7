package app.backtrack.tracking.access;

import app.backtrack.events.Actor;
import app.backtrack.events.PatientRef;
import app.backtrack.tracking.reading.PageCursor;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * One access to a patient's data.
 *
 * @param key tells it from others of the patient, free of {@code .} and {@code $}
 * @param at when it was recorded first, UTC, whole milliseconds
 * @param by who it was, and in which role
 * @param what of a read, method and path template; of a write, the kind of event, such as {@code pain-score-recorded}
 * @param result what came of it
 * @param traceId the request's, 32 hexadecimal digits; null where the event has none
 */
record AccessEntry(
        PatientRef patient,
        String key,
        Instant at,
        Actor by,
        String what,
        AccessResult result,
        @Nullable String traceId) {

    /** Newest first; entries of one moment in a fixed order. */
    static final Comparator<AccessEntry> NEWEST_FIRST =
            Comparator.comparing(AccessEntry::place).reversed();

    /** Where it stands in the list of its patient. */
    PageCursor place() {
        return new PageCursor(at, key);
    }
}
