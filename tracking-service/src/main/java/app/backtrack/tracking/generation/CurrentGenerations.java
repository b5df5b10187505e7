package app.backtrack.tracking.generation;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * Says to every reader and writer of this process which collections are meant. A reader's answer is at most
 * {@link #SHELF_LIFE} old; both generations are written meanwhile, so an older answer is as good. Who handles records
 * of the log refreshes it first: whatever was appended after a generation was announced reaches that generation too.
 */
@Singleton
public class CurrentGenerations {
    /** How long a process may read what was live before. */
    public static final Duration SHELF_LIFE = Duration.ofSeconds(1);

    private static final Duration UNTIL_ALL_KNOW = SHELF_LIFE.multipliedBy(5);

    private final GenerationStore store;
    private final ConcurrentMap<ProjectionName, Known> known = new ConcurrentHashMap<>();

    CurrentGenerations(GenerationStore store) {
        this.store = store;
    }

    private record Known(Generations generations, long readAt) {

        boolean isFresh() {
            return System.nanoTime() - readAt < SHELF_LIFE.toNanos();
        }
    }

    /** The collection that is read. */
    public String live(ProjectionName projection) {
        return current(projection).live();
    }

    /** The collections that are written, the one that is read first. */
    public List<String> all(ProjectionName projection) {
        Generations generations = current(projection);
        return Stream.concat(Stream.of(generations.live()), generations.other().stream())
                .toList();
    }

    /** Waits until every process has read its pointers anew, and what it had begun by the former ones is over. */
    public static void awaitAllKnow() {
        long since = System.nanoTime();
        while (System.nanoTime() - since < UNTIL_ALL_KNOW.toNanos()) {
            LockSupport.parkNanos(UNTIL_ALL_KNOW.toNanos() / 10);
        }
    }

    /** Reads all pointers again. */
    public void refresh() {
        Map<ProjectionName, Known> read = new EnumMap<>(ProjectionName.class);
        for (ProjectionName projection : ProjectionName.values()) {
            long now = System.nanoTime();
            read.put(projection, new Known(store.read(projection), now));
        }
        read.forEach(this::keep);
    }

    private Generations current(ProjectionName projection) {
        Known before = known.get(projection);
        if (before != null && before.isFresh()) {
            return before.generations();
        }
        long now = System.nanoTime();
        return keep(projection, new Known(store.read(projection), now));
    }

    /** Of two readings that overlap, the later state stays. */
    private Generations keep(ProjectionName projection, Known read) {
        return known.merge(
                        projection,
                        read,
                        (before, now) -> before.generations().revision()
                                        > now.generations().revision()
                                ? before
                                : now)
                .generations();
    }
}
