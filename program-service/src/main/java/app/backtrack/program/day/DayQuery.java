package app.backtrack.program.day;

import app.backtrack.runtime.http.Problem.Flaw;
import app.backtrack.runtime.http.Refusal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads dates and instants from query parameters; each reader refuses with 422 what has another form. */
final class DayQuery {
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern INSTANT =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?Z");

    private DayQuery() {}

    /** A date that may be left out. */
    static @Nullable LocalDate date(String name, @Nullable String text) {
        return text == null ? null : requiredDate(name, text);
    }

    /** A date that must be given. */
    static LocalDate requiredDate(String name, @Nullable String text) {
        try {
            if (text != null && DATE.matcher(text).matches()) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeException e) {
            // Refused below, as a text that is no date at all.
        }
        throw Refusal.invalid(Flaw.ofParameter(name, "must be a date such as 2026-11-20"));
    }

    /** An instant of knowledge, which may be left out. */
    static @Nullable Instant asOf(@Nullable String text) {
        try {
            if (text == null || INSTANT.matcher(text).matches()) {
                return text == null ? null : Instant.parse(text);
            }
        } catch (DateTimeException e) {
            // Refused below, as a text that is no time at all.
        }
        throw Refusal.invalid(Flaw.ofParameter("asOf", "must be a time in UTC such as 2026-11-20T18:30:00Z"));
    }
}
