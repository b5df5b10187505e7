package app.backtrack.tracking.projection;

import app.backtrack.events.PatientRef;
import app.backtrack.tracking.journal.JournalStore;
import app.backtrack.tracking.position.Position;
import app.backtrack.tracking.position.PositionTokens;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Waits until what a writer was told is in the log is in the progress too. */
@Singleton
public class AppliedPositions {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** How long the progress of another process stays unseen; that of this one wakes. */
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final JournalStore journals;
    private final ProgressStore store;
    private final PositionTokens tokens;
    private final ProgressWaiters waiters;

    AppliedPositions(JournalStore journals, ProgressStore store, PositionTokens tokens, ProgressWaiters waiters) {
        this.journals = journals;
        this.store = store;
        this.tokens = tokens;
        this.waiters = waiters;
    }

    /**
     * Waits up to two seconds, on a virtual thread.
     *
     * @return the progress that holds the position; empty where it is not applied in time
     */
    public Optional<ProgressDocument> await(PatientRef patient, Position position) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try (ProgressWaiters.Wait wait = waiters.on(patient)) {
            Optional<ProgressDocument> applied = applied(patient, position);
            while (applied.isEmpty() && System.nanoTime() <= deadline) {
                var unused = wait.sleep(PAUSE);
                applied = applied(patient, position);
            }
            return applied;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /**
     * The journal is read before the progress: what it holds then only grows, so a progress that folded as many events
     * of each part has folded these.
     */
    private Optional<ProgressDocument> applied(PatientRef patient, Position position) {
        Map<String, Set<String>> keys = journals.keys(patient, position.tags().keySet());
        boolean written = position.tags().entrySet().stream()
                .allMatch(part -> tokens.covers(part.getValue(), keys.getOrDefault(part.getKey(), Set.of())));
        return written ? Optional.of(store.read(patient)).filter(read -> holds(read, keys)) : Optional.empty();
    }

    private static boolean holds(ProgressDocument progress, Map<String, Set<String>> keys) {
        return keys.entrySet().stream()
                .allMatch(part -> progress.folded().getOrDefault(part.getKey(), 0)
                        >= part.getValue().size());
    }
}
