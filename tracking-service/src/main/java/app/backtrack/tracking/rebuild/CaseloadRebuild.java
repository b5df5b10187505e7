package app.backtrack.tracking.rebuild;

import app.backtrack.events.PatientRef;
import app.backtrack.tracking.caseload.CaseloadFollower;
import app.backtrack.tracking.caseload.CaseloadStore;
import app.backtrack.tracking.generation.CurrentGenerations;
import app.backtrack.tracking.generation.ProjectionName;
import app.backtrack.tracking.projection.ProgressStore;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/** The caseload: one row per patient, worked out from the progress that is read and the ledger of insights. */
@Singleton
final class CaseloadRebuild implements Rebuildable.FromProgress {
    private static final int PATIENTS_AT_A_TIME = 200;

    private final CaseloadFollower follower;
    private final CaseloadStore store;
    private final ProgressStore progress;
    private final CurrentGenerations generations;

    CaseloadRebuild(
            CaseloadFollower follower, CaseloadStore store, ProgressStore progress, CurrentGenerations generations) {
        this.follower = follower;
        this.store = store;
        this.progress = progress;
        this.generations = generations;
    }

    @Override
    public ProjectionName name() {
        return ProjectionName.CASELOAD;
    }

    @Override
    public long patients() {
        return progress.count(generations.live(ProjectionName.PROGRESS));
    }

    @Override
    public void fill(String collection, LongConsumer done) {
        AtomicLong seen = new AtomicLong();
        progress.eachId(generations.live(ProjectionName.PROGRESS), ids -> {
            for (int from = 0; from < ids.size(); from += PATIENTS_AT_A_TIME) {
                List<PatientRef> patients = ids.subList(from, Math.min(ids.size(), from + PATIENTS_AT_A_TIME)).stream()
                        .map(PatientRef::of)
                        .toList();
                follower.fill(collection, patients);
                done.accept(seen.addAndGet(patients.size()));
            }
        });
    }

    @Override
    public void eachId(String collection, Consumer<List<String>> pages) {
        store.eachId(collection, pages);
    }

    @Override
    public Map<String, String> canonical(String collection, Collection<String> ids) {
        return store.canonical(collection, ids);
    }

    @Override
    public void drop(String collection) {
        store.drop(collection);
    }
}
