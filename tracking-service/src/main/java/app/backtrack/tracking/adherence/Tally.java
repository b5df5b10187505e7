package app.backtrack.tracking.adherence;

import app.backtrack.events.SkipReason;
import app.backtrack.tracking.care.Sorted;
import app.backtrack.tracking.statistics.Proportion;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What became of what was due. Done, skipped and no data add up to due.
 *
 * @param due how often something was due, as far as it is settled: done, skipped, or its day is over
 * @param done how often it was done; more than due counts as due
 * @param skipped how often it was left out, and said to be
 * @param noData how often nothing was said; not the same as not done
 * @param open how often it is due on a day that is not over, with nothing said yet; no part of {@code due}
 * @param reasons why it was skipped; fewer than {@code skipped} where no reason was given
 * @param rate done / due, 0 to 1, with its 95 % interval after Wilson; null where nothing was due
 * @param band how the rate is called; null where nothing was due
 */
public record Tally(
        int due,
        int done,
        int skipped,
        int noData,
        int open,
        SortedMap<SkipReason, Integer> reasons,
        @Nullable Proportion rate,
        @Nullable Band band) {

    /** Nothing was due. */
    static final Tally NONE = counted(0, 0, 0, 0, new TreeMap<>());

    public Tally {
        reasons = Sorted.copyOf(reasons);
    }

    /**
     * Settles what was due once or more in one span.
     *
     * @param settled how often it was due on days that are over
     * @param due how often it was due in all, not less than {@code settled}
     * @param told what the patient said about it in that span
     */
    static Tally of(int settled, int due, Told told) {
        int done = Math.min(due, told.done());
        int skipped = Math.min(due - done, told.skipped());
        int counts = Math.max(settled, done + skipped);
        TreeMap<SkipReason, Integer> reasons = new TreeMap<>();
        told.reasons().stream().sorted().limit(skipped).forEach(reason -> reasons.merge(reason, 1, Integer::sum));
        return counted(done, skipped, counts - done - skipped, due - counts, reasons);
    }

    Tally plus(Tally other) {
        TreeMap<SkipReason, Integer> sum = new TreeMap<>(reasons);
        other.reasons.forEach((reason, count) -> sum.merge(reason, count, Integer::sum));
        return counted(done + other.done, skipped + other.skipped, noData + other.noData, open + other.open, sum);
    }

    private static Tally counted(int done, int skipped, int noData, int open, SortedMap<SkipReason, Integer> reasons) {
        int due = done + skipped + noData;
        return new Tally(
                due,
                done,
                skipped,
                noData,
                open,
                reasons,
                Proportion.of(done, due),
                due == 0 ? null : Band.of(done, due));
    }
}
