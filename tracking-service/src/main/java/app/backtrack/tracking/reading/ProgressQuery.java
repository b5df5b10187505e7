package app.backtrack.tracking.reading;

import app.backtrack.events.PainContext;
import app.backtrack.events.WireName;
import app.backtrack.runtime.http.Problem.Flaw;
import app.backtrack.runtime.http.Refusal;
import app.backtrack.tracking.trend.Window;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a reader of progress asks for.
 *
 * @param weeks 4 to 12
 * @param context the series; null for the default
 * @param until the window's last local date; null for the patient's today
 * @param asOf only what was recorded by then; null for all
 */
record ProgressQuery(
        int weeks,
        @Nullable PainContext context,
        @Nullable LocalDate until,
        @Nullable Instant asOf) {
    private static final Pattern INSTANT =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?Z");
    private static final Pattern WEEKS = Pattern.compile("[4-9]|1[0-2]");

    /**
     * Reads the query parameters, each null where it is left out.
     *
     * @throws Refusal 422 that names every parameter that cannot be read
     */
    static ProgressQuery of(
            @Nullable String weeks, @Nullable String context, @Nullable String until, @Nullable String asOf) {
        List<Flaw> flaws = new ArrayList<>();
        Integer weeksRead = read("weeks", weeks, ProgressQuery::weeks, "must be a whole number from 4 to 12", flaws);
        ProgressQuery query = new ProgressQuery(
                weeksRead == null ? Window.DISPLAY_WEEKS : weeksRead,
                read("context", context, ProgressQuery::context, "must be a context of pain scores", flaws),
                read("until", until, LocalDates::find, "must be a date such as 2026-11-20", flaws),
                read(
                        "asOf",
                        asOf,
                        ProgressQuery::instant,
                        "must be a time in UTC such as 2026-11-20T18:30:00Z",
                        flaws));
        if (!flaws.isEmpty()) {
            throw new Refusal(Refusal.invalidProblem(flaws));
        }
        return query;
    }

    private static <T> @Nullable T read(
            String name,
            @Nullable String text,
            Function<String, @Nullable T> reader,
            String expected,
            List<Flaw> flaws) {
        T value = text == null ? null : reader.apply(text);
        if (text != null && value == null) {
            flaws.add(Flaw.ofParameter(name, expected));
        }
        return value;
    }

    private static @Nullable Integer weeks(String text) {
        return WEEKS.matcher(text).matches() ? Integer.valueOf(text) : null;
    }

    private static @Nullable PainContext context(String text) {
        return WireName.find(PainContext.class, text).orElse(null);
    }

    private static @Nullable Instant instant(String text) {
        try {
            return INSTANT.matcher(text).matches() ? Instant.parse(text) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
