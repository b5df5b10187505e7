package app.backtrack.events.schedule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Adds up what is due, day by day, without losing sevenths of a week on the way. */
final class DueTally {
    private static final Comparator<DueCount> ORDER = Comparator.comparing(
                    (DueCount count) -> count.programId().toString())
            .thenComparing(DueCount::programWeek)
            .thenComparing(DueCount::kind)
            .thenComparing(DueCount::id);

    private final Map<Key, Sum> sums = new HashMap<>();

    /**
     * Adds one day.
     *
     * @param times how often it is due on that day
     * @param weekly how often it is due a week, on any day
     */
    void add(UUID programId, int week, DueKind kind, String id, int times, int weekly) {
        Sum sum = sums.computeIfAbsent(new Key(programId, week, kind, id), key -> new Sum());
        sum.days++;
        sum.fixed += times;
        sum.sevenths += weekly;
    }

    List<DueCount> counts() {
        List<DueCount> counts = new ArrayList<>(sums.size());
        sums.forEach(
                (key, sum) -> counts.add(new DueCount(key.programId, key.week, key.kind, key.id, sum.days, sum.due())));
        counts.sort(ORDER);
        return List.copyOf(counts);
    }

    private record Key(UUID programId, int week, DueKind kind, String id) {}

    private static final class Sum {
        private int days;
        private int fixed;
        private int sevenths;

        /** Whole numbers of sevenths are never just half of one, so this is the nearest whole number. */
        int due() {
            return fixed + (2 * sevenths + 7) / 14;
        }
    }
}
