package app.backtrack.tracking.projection;

import app.backtrack.events.PatientRef;
import app.backtrack.tracking.journal.Journal;
import app.backtrack.tracking.journal.JournalStore;
import app.backtrack.tracking.position.Position;
import app.backtrack.tracking.position.PositionTokens;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.SortedMap;
import java.util.concurrent.locks.LockSupport;

/** Waits until what a writer was told is in the log is in the progress too. */
@Singleton
public class AppliedPositions {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofMillis(25);

    private final JournalStore journals;
    private final ProgressStore store;
    private final PositionTokens tokens;

    AppliedPositions(JournalStore journals, ProgressStore store, PositionTokens tokens) {
        this.journals = journals;
        this.store = store;
        this.tokens = tokens;
    }

    /** Waits up to two seconds, on a virtual thread; says whether the position is applied. */
    public boolean await(PatientRef patient, Position position) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!isApplied(patient, position)) {
            if (System.nanoTime() > deadline || Thread.currentThread().isInterrupted()) {
                return false;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return true;
    }

    /**
     * The journal is read before the progress: what it holds then only grows, so a progress that folded as many events
     * of each part has folded these.
     */
    private boolean isApplied(PatientRef patient, Position position) {
        Journal journal = journals.read(patient, position.tags().keySet());
        SortedMap<String, Integer> folded = store.read(patient).folded();
        return position.tags().entrySet().stream().allMatch(part -> {
            var keys = journal.keys(part.getKey());
            return tokens.covers(part.getValue(), keys) && folded.getOrDefault(part.getKey(), 0) >= keys.size();
        });
    }
}
