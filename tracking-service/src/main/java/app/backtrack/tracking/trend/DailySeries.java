package app.backtrack.tracking.trend;

import app.backtrack.events.PainContext;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * The daily values of one context. Contexts are never mixed in one series: recalled pain is higher than the mean of
 * momentary ratings (PMC2617790). A day without a score is simply not in it.
 *
 * @param context the context that all scores share
 * @param days the scored days, ascending, each date once
 */
public record DailySeries(PainContext context, List<DailyValue> days) {

    public DailySeries {
        days = List.copyOf(days);
        for (int i = 1; i < days.size(); i++) {
            if (!days.get(i).date().isAfter(days.get(i - 1).date())) {
                throw new IllegalArgumentException("days must ascend, each date once");
            }
        }
    }

    /** A series of the given values in whatever order; values of the same date are added up. */
    public static DailySeries of(PainContext context, Collection<DailyValue> values) {
        TreeMap<LocalDate, DailyValue> byDate = new TreeMap<>();
        for (DailyValue value : values) {
            byDate.merge(value.date(), value, DailyValue::plus);
        }
        return new DailySeries(context, List.copyOf(byDate.values()));
    }

    /** A series with no scored day. */
    public static DailySeries empty(PainContext context) {
        return new DailySeries(context, List.of());
    }

    /** The scored days from {@code from} to {@code to}, both included. */
    public List<DailyValue> between(LocalDate from, LocalDate to) {
        return days.subList(firstNotBefore(from), firstNotBefore(to.plusDays(1)));
    }

    private int firstNotBefore(LocalDate date) {
        DailyValue wanted = new DailyValue(date, 0, 1);
        int found = Collections.binarySearch(days, wanted, Comparator.comparing(DailyValue::date));
        return found >= 0 ? found : -found - 1;
    }
}
