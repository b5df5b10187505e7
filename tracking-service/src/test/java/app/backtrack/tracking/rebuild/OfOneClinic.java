package app.backtrack.tracking.rebuild;

import app.backtrack.events.ClinicId;
import app.backtrack.events.EventEnvelope;
import app.backtrack.tracking.generation.ProjectionName;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A projection of which only one clinic's documents are looked at: other tests leave theirs in the same store. */
record OfOneClinic(ClinicId clinic, Rebuildable.FromLog whole) implements Rebuildable.FromLog {

    @Override
    public ProjectionName name() {
        return whole.name();
    }

    @Override
    public boolean foldsTheJournal() {
        return whole.foldsTheJournal();
    }

    @Override
    public void fold(String collection, List<EventEnvelope<?>> events) {
        whole.fold(
                collection,
                events.stream()
                        .filter(event -> event.subject().clinic().equals(clinic))
                        .toList());
    }

    @Override
    public void eachId(String collection, Consumer<List<String>> pages) {
        whole.eachId(
                collection,
                ids -> pages.accept(ids.stream()
                        .filter(id -> id.startsWith(clinic.value() + "/"))
                        .toList()));
    }

    @Override
    public Map<String, String> canonical(String collection, Collection<String> ids) {
        return whole.canonical(collection, ids);
    }

    @Override
    public void drop(String collection) {
        whole.drop(collection);
    }
}
