package app.backtrack.tracking.checklist;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The weekly checklist in one ISO week of the patient's local dates.
 *
 * @param week such as {@code 2026-W47}
 * @param from its Monday
 * @param to its Sunday
 * @param items each item, in the catalog's order
 */
public record ChecklistWeek(String week, LocalDate from, LocalDate to, List<ChecklistItem> items) {

    public ChecklistWeek {
        items = List.copyOf(items);
    }

    /**
     * An item: how many of its spans (7 days, or 1 week) are in which state.
     *
     * @param check which
     * @param span what it is looked at for
     * @param target the fewest times or minutes a span; null where it is a yes or no
     * @param met spans in which it was met
     * @param notMet spans about which something was said, and it was not met
     * @param noData spans about which nothing was said
     * @param open spans that are not over, and not met yet
     * @param best the highest count of any span, in times, minutes or patterns; null where nothing was counted
     * @param evidence CloudEvents ids of the sessions and check-ins that speak of it
     */
    public record ChecklistItem(
            Check check,
            Check.Span span,
            @Nullable Integer target,
            int met,
            int notMet,
            int noData,
            int open,
            @Nullable Integer best,
            List<String> evidence) {

        public ChecklistItem {
            evidence = List.copyOf(evidence);
        }
    }
}
