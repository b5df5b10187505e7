package app.backtrack.tracking.care;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Something that has a number in a patient's stream, so that order and repetition of its arrival do not matter. */
interface Decided {

    /** Its place in the stream, from 1. */
    int version();

    /** When it was recorded, UTC. */
    Instant recordedAt();

    /** The list with one more; of the same version twice, the one recorded first is kept. Ascending by version. */
    static <D extends Decided> List<D> with(List<D> known, D added) {
        List<D> all = new ArrayList<>(known);
        all.add(added);
        all.sort(Comparator.comparingInt(Decided::version).thenComparing(Decided::recordedAt));
        for (int i = all.size() - 1; i > 0; i--) {
            if (all.get(i).version() == all.get(i - 1).version()) {
                all.remove(i);
            }
        }
        return List.copyOf(all);
    }

    /** What of the list was recorded by an instant. */
    static <D extends Decided> List<D> asOf(List<D> known, Instant instant) {
        return known.stream()
                .filter(decided -> !decided.recordedAt().isAfter(instant))
                .toList();
    }
}
