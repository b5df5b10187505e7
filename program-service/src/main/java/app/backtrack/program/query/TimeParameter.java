package app.backtrack.program.query;

import app.backtrack.runtime.http.Problem.Flaw;
import app.backtrack.runtime.http.Refusal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/** Reads dates and times off queries. */
public final class TimeParameter {
    private TimeParameter() {}

    /**
     * Reads a date.
     *
     * @throws Refusal 422 if it is none
     */
    public static LocalDate date(String name, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw Refusal.invalid(Flaw.ofParameter(name, "must be a date such as 2026-11-20"));
        }
    }

    /**
     * Reads an instant.
     *
     * @throws Refusal 422 if it is none
     */
    public static Instant instant(String name, String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw Refusal.invalid(Flaw.ofParameter(name, "must be a time in UTC such as 2026-11-20T18:30:00Z"));
        }
    }
}
