package app.backtrack.tracking.progress;

import app.backtrack.tracking.care.Sorted;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * One ISO week of a patient's progress.
 *
 * @param days the local dates about which something counts
 * @param hints which facts have any entry dated in this week, counting or not: see {@link FactHint}; sorted, each once
 * @param lastHeard when the latest of the patient's own entries that are dated in this week was recorded, UTC; null
 *     where all came from others
 */
public record WeekView(
        SortedMap<LocalDate, DayView> days,
        List<String> hints,
        @Nullable Instant lastHeard) {

    public WeekView {
        days = Sorted.copyOf(days);
        hints = List.copyOf(hints);
    }
}
