package app.backtrack.tracking.sides;

import app.backtrack.tracking.sides.Asymmetry.SideMeasure;
import app.backtrack.tracking.sides.Asymmetry.SideSource;
import app.backtrack.tracking.statistics.Interval;
import java.util.List;

/**
 * How the asymmetry of an exercise in 14 days compares with that of the 14 days before. Made by
 * {@link SideChangeRules}, where both spans have enough sessions a side.
 *
 * @param exercise its id in the catalog
 * @param source where the measures come from
 * @param measure what is compared
 * @param before asymmetry of the former span, −100 to 100: 100 · (left − right) / the larger, so below 0 where the left
 *     side does less
 * @param now the same of the latter span
 * @param change now − before, percentage points
 * @param interval 95 % bootstrap interval of the change
 * @param stood what could be said of the former span
 * @param sessionsBefore sessions of the former span, with either side
 * @param sessionsNow the same of the latter
 * @param events CloudEvents ids of all of these sessions or self-checks, ascending by date
 */
public record SideChange(
        String exercise,
        SideSource source,
        SideMeasure measure,
        double before,
        double now,
        double change,
        Interval interval,
        Weaker stood,
        int sessionsBefore,
        int sessionsNow,
        List<String> events) {

    /** Keeps a copy. */
    public SideChange {
        events = List.copyOf(events);
    }

    /** Whether the interval of the change excludes 0. */
    public boolean isLikely() {
        return interval.lower() > 0 || interval.upper() < 0;
    }

    /** Which side was likely the weaker one. */
    public enum Weaker {
        LEFT("left-weaker"),
        RIGHT("right-weaker"),
        UNCLEAR("unclear");

        private final String word;

        Weaker(String word) {
            this.word = word;
        }

        /** As clinicians are told. */
        public String word() {
            return word;
        }
    }
}
