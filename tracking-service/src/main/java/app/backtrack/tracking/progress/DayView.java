package app.backtrack.tracking.progress;

import app.backtrack.events.PainContext;
import app.backtrack.events.RedFlag;
import app.backtrack.tracking.care.Sorted;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What a patient reported about one local date.
 *
 * @param pain the scores by context; contexts are never added to each other
 * @param reports everything else; null where there is nothing else, as on most days
 */
public record DayView(
        SortedMap<PainContext, ScoreSum> pain, @Nullable DayReports reports) {

    public DayView {
        pain = Sorted.copyOf(pain);
    }

    /** Everything besides pain scores, be it nothing. */
    public DayReports reported() {
        return reports == null ? DayReports.NONE : reports;
    }

    /** The signs that any screen of the date said yes to, in the enum's order, each once. */
    public List<RedFlag> redFlags() {
        return reported().screens().values().stream()
                .flatMap(Collection::stream)
                .distinct()
                .sorted()
                .toList();
    }
}
