package app.backtrack.tracking.rebuild;

import app.backtrack.events.EventEnvelope;
import app.backtrack.tracking.generation.ProjectionName;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A projection as a rebuild sees it; a further one is a further bean and a constant of {@link ProjectionName}. */
public interface Rebuildable {

    /** Which projection this is. */
    ProjectionName name();

    /** Whether it folds what the journal holds and not the events themselves: then the journal must have them first. */
    boolean foldsTheJournal();

    /** Folds events of some patients into a collection; the same ones may come again, and others at the same time. */
    void fold(String collection, List<EventEnvelope<?>> events);

    /** Calls with the ids of a collection's documents, a bounded number at a time. */
    void eachId(String collection, Consumer<List<String>> pages);

    /** The documents as canonical JSON, without revision and pending work; those that do not exist are left out. */
    Map<String, String> canonical(String collection, Collection<String> ids);

    /** Deletes a collection. */
    void drop(String collection);
}
