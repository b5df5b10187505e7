package app.backtrack.tracking.progress;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;

/**
 * One ISO week of a patient's progress.
 *
 * @param days the local dates about which something counts
 * @param hints which facts have any entry dated in this week, counting or not: see {@link FactHint}; sorted, each once
 */
public record WeekView(SortedMap<LocalDate, DayView> days, List<String> hints) {

    public WeekView {
        days = Sorted.copyOf(days);
        hints = List.copyOf(hints);
    }
}
