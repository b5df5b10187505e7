package app.backtrack.tracking.rebuild;

import app.backtrack.events.EventJson;
import app.backtrack.tracking.rebuild.Comparison.Difference;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Compares two generations document by document while both are written. A document that differs is looked at again a
 * few times: one of the two may just have been written.
 */
@Singleton
public class Comparer {
    private static final int AT_A_TIME = 200;
    private static final int SAMPLE = 20;
    private static final int LOOKS = 4;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    /** Compares the other generation with the live one. */
    public Comparison compare(Rebuildable projection, String live, String other) {
        Tally tally = new Tally();
        projection.eachId(
                live,
                page -> eachSlice(page, ids -> {
                    Pair last = settled(projection, live, other, ids);
                    ids.forEach(id ->
                            tally.add(id, last.live().get(id), last.other().get(id)));
                }));
        projection.eachId(
                other,
                page -> eachSlice(page, ids -> {
                    List<String> unknown = new ArrayList<>(ids);
                    unknown.removeAll(projection.canonical(live, ids).keySet());
                    Pair last = settled(projection, live, other, unknown);
                    // Those that the live generation has by now were written in between, and to both.
                    unknown.stream()
                            .filter(id -> !last.live().containsKey(id))
                            .forEach(id -> tally.add(id, null, last.other().get(id)));
                }));
        return tally.result();
    }

    private record Pair(Map<String, String> live, Map<String, String> other) {

        List<String> unequal(Collection<String> ids) {
            return ids.stream()
                    .filter(id -> !Objects.equals(live.get(id), other.get(id)))
                    .toList();
        }
    }

    private static Pair settled(Rebuildable projection, String live, String other, Collection<String> ids) {
        Pair pair = new Pair(projection.canonical(live, ids), projection.canonical(other, ids));
        for (int look = 2; look <= LOOKS && !pair.unequal(ids).isEmpty(); look++) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            List<String> again = pair.unequal(ids);
            pair.live().putAll(projection.canonical(live, again));
            pair.other().putAll(projection.canonical(other, again));
        }
        return pair;
    }

    private static void eachSlice(List<String> page, Consumer<List<String>> slices) {
        for (int from = 0; from < page.size(); from += AT_A_TIME) {
            slices.accept(page.subList(from, Math.min(page.size(), from + AT_A_TIME)));
        }
    }

    /** Counts as it goes. */
    private static final class Tally {
        private final List<Difference> sample = new ArrayList<>();
        private long equal;
        private long different;
        private long missing;
        private long added;

        void add(String id, @Nullable String live, @Nullable String other) {
            if (Objects.equals(live, other)) {
                equal++;
                return;
            }
            if (live != null && other != null) {
                different++;
            } else if (other == null) {
                missing++;
            } else {
                added++;
            }
            if (sample.size() < SAMPLE) {
                sample.add(new Difference(
                        id,
                        live == null || other == null
                                ? new TreeSet<>()
                                : DifferenceRules.paths(json(live), json(other))));
            }
        }

        Comparison result() {
            return new Comparison(equal, different, missing, added, sample);
        }

        private static JsonNode json(String canonical) {
            try {
                return EventJson.read(canonical.getBytes(StandardCharsets.UTF_8), JsonNode.class);
            } catch (IOException e) {
                throw new IllegalStateException("a document that is no JSON", e);
            }
        }
    }
}
