package app.backtrack.tracking.rebuild;

import app.backtrack.events.EventEnvelope;
import app.backtrack.runtime.log.LogClients;
import app.backtrack.runtime.log.LogReplay;
import app.backtrack.tracking.generation.CurrentGenerations;
import app.backtrack.tracking.generation.GenerationStore;
import app.backtrack.tracking.generation.Generations;
import app.backtrack.tracking.projection.JournalProjector;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/**
 * Folds a projection anew into a collection of its own, from the log's beginning or, the caseload, from each patient's
 * progress, in bounded memory.
 *
 * <p>First the new collection is announced: from then on whoever handles records of the log writes both. Only then the
 * log's end is asked for, and everything before it is folded here. So nothing is left out, the new collection is never
 * behind once it is complete, and the old one stays as good. The position is kept after each batch; killed in between,
 * the batch is folded again, which changes nothing. Nobody is told anything.
 */
@Singleton
public class Rebuilds {
    private static final int EVENTS_PER_BATCH = 5_000;
    private static final int PATIENTS_PER_SLICE = 100;
    /** Of so many slices the patients are in memory at once, however long their histories are. */
    private static final int SLICES_AT_ONCE = 4;

    private static final Duration LOOK_AGAIN = Duration.ofMillis(250);

    private final LogClients log;
    private final GenerationStore generations;

    Rebuilds(LogClients log, GenerationStore generations) {
        this.log = log;
        this.generations = generations;
    }

    /**
     * Begins a rebuild or goes on with one, and returns when the new generation holds everything.
     *
     * @throws IllegalStateException if a complete generation stands beside the live one already, or if another process
     *     is at the same rebuild
     */
    public Generations run(Rebuildable projection, Pace pace) {
        return run(projection, pace, EVENTS_PER_BATCH);
    }

    /** The same with batches of another size, in events. */
    Generations run(Rebuildable projection, Pace pace, int batch) {
        Generations state = begun(generations.read(projection.name()));
        try (LogReplay replay = log.replay(JournalProjector.TOPICS, JournalProjector.GROUP)) {
            if (state.goal().isEmpty()) {
                state = kept(state.towards(replay.end()));
            }
            Generations whole = switch (projection) {
                case Rebuildable.FromLog fromLog -> replayed(fromLog, replay, state, pace, batch);
                case Rebuildable.FromProgress fromProgress -> filled(fromProgress, replay, state, pace);
            };
            return kept(whole.completed());
        }
    }

    private Generations replayed(
            Rebuildable.FromLog projection, LogReplay replay, Generations begun, Pace pace, int batch) {
        Generations state = begun;
        if (projection.foldsTheJournal()) {
            awaitJournal(replay, state, pace);
        }
        replay.seek(state.position());
        long total = sum(state.goal());
        pace.at(sum(state.position()), total);
        while (!LogReplay.reaches(replay.position(), state.goal())) {
            fold(projection, state.other().orElseThrow(), replay.next(batch));
            state = kept(state.at(replay.position()));
            pace.at(Math.min(total, sum(state.position())), total);
        }
        return state;
    }

    /** Begun again, it passes over what is there; so no position is kept. */
    private static Generations filled(
            Rebuildable.FromProgress projection, LogReplay replay, Generations state, Pace pace) {
        awaitJournal(replay, state, pace);
        CurrentGenerations.awaitAllKnow();
        long total = projection.patients();
        pace.at(0, total);
        projection.fill(state.other().orElseThrow(), done -> pace.at(done, Math.max(done, total)));
        return state;
    }

    private Generations begun(Generations state) {
        if (state.other().isEmpty()) {
            return kept(state.begun());
        }
        if (state.complete()) {
            throw new IllegalStateException(
                    "a complete generation stands beside the live one: switch or drop it first");
        }
        return state;
    }

    private Generations kept(Generations changed) {
        return generations
                .write(changed)
                .orElseThrow(() -> new IllegalStateException("another process is at this rebuild"));
    }

    /** What lies before the goal is in the journal once the service has committed it. */
    private static void awaitJournal(LogReplay replay, Generations state, Pace pace) {
        while (!LogReplay.reaches(replay.committed(), state.goal())) {
            pace.waiting();
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
    }

    private static void fold(Rebuildable.FromLog projection, String collection, List<EventEnvelope<?>> events) {
        List<List<EventEnvelope<?>>> patients = JournalProjector.byPatient(events);
        List<CompletableFuture<Void>> underWay = new ArrayList<>();
        try (ExecutorService slices =
                Executors.newFixedThreadPool(SLICES_AT_ONCE, Thread.ofVirtual().factory())) {
            for (int from = 0; from < patients.size(); from += PATIENTS_PER_SLICE) {
                List<EventEnvelope<?>> slice =
                        patients.subList(from, Math.min(patients.size(), from + PATIENTS_PER_SLICE)).stream()
                                .flatMap(List::stream)
                                .toList();
                underWay.add(CompletableFuture.runAsync(() -> projection.fold(collection, slice), slices));
            }
            CompletableFuture.allOf(underWay.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    private static long sum(Map<String, Long> position) {
        return position.values().stream().mapToLong(Long::longValue).sum();
    }
}
