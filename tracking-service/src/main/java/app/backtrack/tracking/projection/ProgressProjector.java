package app.backtrack.tracking.projection;

import app.backtrack.events.PatientRef;
import app.backtrack.runtime.fault.CrashPoint;
import app.backtrack.tracking.journal.Journal;
import app.backtrack.tracking.journal.JournalStore;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Brings the progress of patients up to their journals, and tells what follows from it.
 *
 * <p>The progress revisions are read first, then the journals, and each fold is written on exactly its revision:
 * whoever read an older journal has an older revision and misses. What is to be told is written in the same write, and
 * only then told; so a crash anywhere repeats work and changes nothing. Each step is taken for all patients at once,
 * and those of whom it is not sure that they are done are taken through all steps again.
 */
@Singleton
public class ProgressProjector {
    private static final int ATTEMPTS = 50;

    private final JournalStore journals;
    private final ProgressStore store;
    private final InsightTeller insights;
    private final ProgressWaiters waiters;
    private final List<ProgressFollower> followers;

    ProgressProjector(
            JournalStore journals,
            ProgressStore store,
            InsightTeller insights,
            ProgressWaiters waiters,
            @All List<ProgressFollower> followers) {
        this.journals = journals;
        this.store = store;
        this.insights = insights;
        this.waiters = waiters;
        this.followers = followers;
    }

    /**
     * Folds what a patient's journal holds by now.
     *
     * @param added what it was given
     */
    public void renew(PatientRef patient, Addition added) {
        renew(Map.of(patient, added));
    }

    /**
     * Folds what the journals hold by now: into the generation that is read, and into the one that is kept up beside it
     * where there is one.
     *
     * @param added what each was given
     */
    public void renew(Map<PatientRef, Addition> added) {
        renew(added, false);
    }

    /**
     * The same, with more to follow: only what cannot wait is judged, and followers hear of it by the other one, which
     * whoever calls this calls soon.
     */
    void renewForNow(Map<PatientRef, Addition> added) {
        renew(added, true);
    }

    private void renew(Map<PatientRef, Addition> added, boolean forNow) {
        // Asked for once: after a switch in between, each of the two is still written.
        List<String> collections = store.collections();
        String live = collections.getFirst();
        untilDone(added, due -> attempt(live, due, forNow));
        collections.stream().skip(1).forEach(collection -> renewBeside(collection, added));
    }

    /** Folds what the journals hold by now into a generation that is not read, and tells nobody. */
    public void renewBeside(String collection, Map<PatientRef, Addition> added) {
        untilDone(added, due -> attemptBeside(collection, due));
    }

    private static void untilDone(
            Map<PatientRef, Addition> added, Function<Map<PatientRef, Addition>, Set<PatientRef>> attempt) {
        Map<PatientRef, Addition> due = new LinkedHashMap<>(added);
        for (int attempts = 0; attempts < ATTEMPTS && !due.isEmpty(); attempts++) {
            due.keySet().retainAll(attempt.apply(due));
        }
        if (!due.isEmpty()) {
            throw new IllegalStateException("progress was overtaken " + ATTEMPTS + " times");
        }
    }

    /** Takes the steps for all patients; returns those who need them again. */
    private Set<PatientRef> attempt(String collection, Map<PatientRef, Addition> due, boolean forNow) {
        List<ProgressDocument> untold = new ArrayList<>();
        Map<PatientRef, ProgressDocument> current = new LinkedHashMap<>();
        for (ProgressDocument document : store.readAll(collection, due.keySet())) {
            if (document.pending().isEmpty()) {
                current.put(document.patient(), document);
            } else {
                untold.add(document);
            }
        }
        insights.settle(untold);
        List<ProgressDocument> again = new ArrayList<>(untold);
        List<ProgressDocument> folded = folded(current.values(), due);
        List<ProgressDocument> changed = (forNow ? insights.judgedForNow(folded) : insights.judged(folded))
                .stream()
                        .filter(next -> !next.equals(current.get(next.patient())))
                        .toList();
        changed.forEach(next -> current.remove(next.patient()));
        List<ProgressDocument> done = new ArrayList<>(current.values());
        if (store.writeAll(changed)) {
            CrashPoint.PROGRESS_WRITTEN.reached();
            waiters.wake(changed.stream().map(ProgressDocument::patient).toList());
            List<ProgressDocument> pending = changed.stream()
                    .filter(next -> !next.pending().isEmpty())
                    .map(next -> next.at(next.revision() + 1))
                    .toList();
            if (forNow) {
                insights.settleForNow(pending);
            } else {
                insights.settle(pending);
            }
            changed.forEach(next -> done.add(asSettled(next)));
        } else {
            again.addAll(changed);
        }
        if (!forNow) {
            followers.forEach(follower -> follower.follow(done));
            CrashPoint.CASELOAD_WRITTEN.reached();
        }
        return again.stream().map(ProgressDocument::patient).collect(Collectors.toSet());
    }

    /** Clearing what was pending is one more write, ours or somebody else's. */
    private static ProgressDocument asSettled(ProgressDocument written) {
        return written.at(written.revision() + (written.pending().isEmpty() ? 1 : 2));
    }

    private Set<PatientRef> attemptBeside(String collection, Map<PatientRef, Addition> due) {
        Map<PatientRef, ProgressDocument> current = new LinkedHashMap<>();
        store.readAll(collection, due.keySet()).forEach(document -> current.put(document.patient(), document));
        List<ProgressDocument> changed = insights.unjudged(folded(current.values(), due)).stream()
                .filter(next -> !next.equals(current.get(next.patient())))
                .toList();
        return store.writeAll(changed)
                ? Set.of()
                : changed.stream().map(ProgressDocument::patient).collect(Collectors.toSet());
    }

    private List<ProgressDocument> folded(Collection<ProgressDocument> current, Map<PatientRef, Addition> added) {
        List<ProgressFold> folds = current.stream()
                .map(document -> ProgressFold.of(document, added.getOrDefault(document.patient(), Addition.NONE)))
                .toList();
        Map<PatientRef, Set<String>> parts = new LinkedHashMap<>();
        folds.forEach(fold -> parts.put(fold.patient(), fold.parts()));
        int fullest = folds.stream().mapToInt(ProgressFold::fullest).max().orElse(0);
        Map<PatientRef, Journal> read = journals.read(parts, fullest);
        return folds.stream()
                .map(fold -> fold.over(read.getOrDefault(fold.patient(), Journal.EMPTY)))
                .toList();
    }
}
