package app.backtrack.tracking.journal;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.IsoFields;

/** Names the ISO 8601 week of a patient-local date, Monday to Sunday, such as {@code 2026-W47}. */
public final class IsoWeek {

    private static final DateTimeFormatter FORM = new DateTimeFormatterBuilder()
            .appendValue(IsoFields.WEEK_BASED_YEAR, 4)
            .appendLiteral("-W")
            .appendValue(IsoFields.WEEK_OF_WEEK_BASED_YEAR, 2)
            .toFormatter();

    private IsoWeek() {}

    /** The week's name; names sort as the weeks do. */
    public static String of(LocalDate date) {
        return FORM.format(date);
    }
}
