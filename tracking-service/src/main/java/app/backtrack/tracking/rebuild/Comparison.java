package app.backtrack.tracking.rebuild;

import java.util.List;
import java.util.SortedSet;

/**
 * How the documents of two generations compare.
 *
 * @param equal how many are the same
 * @param different how many are in both and differ
 * @param missing how many only the live generation has
 * @param added how many only the other one has
 * @param sample some of those that are not equal
 */
public record Comparison(long equal, long different, long missing, long added, List<Difference> sample) {

    /** Keeps a copy. */
    public Comparison {
        sample = List.copyOf(sample);
    }

    /** Whether there is no difference. */
    public boolean isClean() {
        return different + missing + added == 0;
    }

    /**
     * A document that is not the same in both.
     *
     * @param id its {@code _id}
     * @param paths where it differs; empty where one generation lacks it
     */
    public record Difference(String id, SortedSet<String> paths) {}
}
