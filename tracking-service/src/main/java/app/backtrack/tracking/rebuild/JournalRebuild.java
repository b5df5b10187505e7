package app.backtrack.tracking.rebuild;

import app.backtrack.events.EventEnvelope;
import app.backtrack.tracking.generation.ProjectionName;
import app.backtrack.tracking.journal.JournalStore;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The journal, made of the log's events alone. */
@Singleton
final class JournalRebuild implements Rebuildable.FromLog {
    private final JournalStore journals;

    JournalRebuild(JournalStore journals) {
        this.journals = journals;
    }

    @Override
    public ProjectionName name() {
        return ProjectionName.JOURNAL;
    }

    @Override
    public boolean foldsTheJournal() {
        return false;
    }

    @Override
    public void fold(String collection, List<EventEnvelope<?>> events) {
        journals.add(collection, events);
    }

    @Override
    public void eachId(String collection, Consumer<List<String>> pages) {
        journals.eachId(collection, pages);
    }

    @Override
    public Map<String, String> canonical(String collection, Collection<String> ids) {
        return journals.canonical(collection, ids);
    }

    @Override
    public void drop(String collection) {
        journals.drop(collection);
    }
}
