package app.backtrack.tracking.reading;

import app.backtrack.runtime.http.Problem.Flaw;
import app.backtrack.runtime.http.Refusal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads local dates of query parameters. */
public final class LocalDates {
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private LocalDates() {}

    /** The date; null where the text is none. */
    public static @Nullable LocalDate find(@Nullable String text) {
        try {
            return text != null && DATE.matcher(text).matches() ? LocalDate.parse(text) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /**
     * The date of a parameter that must be there.
     *
     * @throws Refusal 422 where it is no date
     */
    public static LocalDate required(String parameter, @Nullable String text) {
        LocalDate date = find(text);
        if (date == null) {
            throw Refusal.invalid(Flaw.ofParameter(parameter, "must be a date such as 2026-11-20"));
        }
        return date;
    }
}
