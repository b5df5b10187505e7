package app.backtrack.tracking.rebuild;

import app.backtrack.events.EventEnvelope;
import app.backtrack.events.PatientRef;
import app.backtrack.tracking.generation.ProjectionName;
import app.backtrack.tracking.projection.Addition;
import app.backtrack.tracking.projection.ProgressProjector;
import app.backtrack.tracking.projection.ProgressStore;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The progress: the log says whose and which weeks, the journal that is read says what they hold. */
@Singleton
final class ProgressRebuild implements Rebuildable.FromLog {
    private final ProgressProjector projector;
    private final ProgressStore store;

    ProgressRebuild(ProgressProjector projector, ProgressStore store) {
        this.projector = projector;
        this.store = store;
    }

    @Override
    public ProjectionName name() {
        return ProjectionName.PROGRESS;
    }

    @Override
    public boolean foldsTheJournal() {
        return true;
    }

    @Override
    public void fold(String collection, List<EventEnvelope<?>> events) {
        Map<PatientRef, List<EventEnvelope<?>>> byPatient = new LinkedHashMap<>();
        events.forEach(event -> byPatient
                .computeIfAbsent(event.subject(), patient -> new ArrayList<>())
                .add(event));
        Map<PatientRef, Addition> additions = new LinkedHashMap<>();
        byPatient.forEach((patient, own) -> additions.put(patient, Addition.of(own)));
        projector.renewBeside(collection, additions);
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
