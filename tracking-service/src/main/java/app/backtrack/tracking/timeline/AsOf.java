package app.backtrack.tracking.timeline;

import app.backtrack.runtime.http.Problem.Flaw;
import app.backtrack.runtime.http.Refusal;
import app.backtrack.tracking.journal.Journal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Cuts a journal down to what was known at an instant. */
final class AsOf {
    private static final Pattern INSTANT =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?Z");

    private AsOf() {}

    /**
     * Reads the query parameter {@code asOf}; null where it is left out.
     *
     * @throws Refusal 422 if it is no time in UTC
     */
    static @Nullable Instant read(@Nullable String asOf) {
        if (asOf == null) {
            return null;
        }
        try {
            if (INSTANT.matcher(asOf).matches()) {
                return Instant.parse(asOf);
            }
        } catch (DateTimeException e) {
            // Refused below, like what has another form.
        }
        throw Refusal.invalid(Flaw.ofParameter("asOf", "must be a time in UTC such as 2026-11-20T18:30:00Z"));
    }

    /** All of the journal for null. */
    static Journal cut(Journal journal, @Nullable Instant asOf) {
        return asOf == null ? journal : journal.asOf(asOf);
    }
}
