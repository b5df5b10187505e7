package app.backtrack.tracking.projection;

import app.backtrack.events.PatientRef;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Patients of whom more may be on its way, so that they are judged a little later: once the reader has come to the
 * log's end, and after {@link #PATIENCE} in any case. Their review is due then in the store too, should this process
 * not live to see it.
 */
final class Waiting {
    /** The longest that anybody waits. */
    static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Map<PatientRef, Wait> waits = new ConcurrentHashMap<>();
    private final LongSupplier nanoTime;

    Waiting(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /**
     * How somebody waits.
     *
     * @param since when it began, by the clock of this process
     * @param calls how often it was asked for
     */
    record Wait(long since, int calls) {}

    /** Who waits already goes on doing so since when they did. */
    void add(Collection<PatientRef> patients) {
        long now = nanoTime.getAsLong();
        patients.forEach(patient -> waits.merge(
                patient, new Wait(now, 1), (before, added) -> new Wait(before.since(), before.calls() + 1)));
    }

    /** All who wait. */
    Map<PatientRef, Wait> all() {
        return Map.copyOf(waits);
    }

    /** Those who have waited for long enough. */
    Map<PatientRef, Wait> overdue() {
        long now = nanoTime.getAsLong();
        Map<PatientRef, Wait> overdue = new HashMap<>(waits);
        overdue.values().removeIf(wait -> now - wait.since() < PATIENCE.toNanos());
        return overdue;
    }

    /** They were judged by what was there before; who was added in between goes on waiting. */
    void remove(Map<PatientRef, Wait> judged) {
        judged.forEach(waits::remove);
    }
}
