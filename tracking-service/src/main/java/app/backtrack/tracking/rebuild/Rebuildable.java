package app.backtrack.tracking.rebuild;

import app.backtrack.events.EventEnvelope;
import app.backtrack.tracking.generation.ProjectionName;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/** A projection as a rebuild sees it; a further one is a further bean and a constant of {@link ProjectionName}. */
public sealed interface Rebuildable {

    /** Which projection this is. */
    ProjectionName name();

    /** What a rebuild of it counts, in the plural. */
    default String counts() {
        return switch (this) {
            case FromLog log -> "events";
            case FromProgress progress -> "patients";
        };
    }

    /** Calls with the ids of a collection's documents, a bounded number at a time. */
    void eachId(String collection, Consumer<List<String>> pages);

    /** The documents as canonical JSON, without revision and pending work; those that do not exist are left out. */
    Map<String, String> canonical(String collection, Collection<String> ids);

    /** Deletes a collection. */
    void drop(String collection);

    /** One that is folded from the events of the log. */
    non-sealed interface FromLog extends Rebuildable {

        /**
         * Whether it folds what the journal holds and not the events themselves: then the journal must have them first.
         */
        boolean foldsTheJournal();

        /** Folds events of some patients into a collection; the same may come again, and others at the same time. */
        void fold(String collection, List<EventEnvelope<?>> events);
    }

    /** One that is worked out from the progress that is read, patient by patient; the log says nothing more of it. */
    non-sealed interface FromProgress extends Rebuildable {

        /** How many patients there are, about. */
        long patients();

        /**
         * Works all patients out that the collection lacks; may be broken off and begun again.
         *
         * @param done is told how many patients were gone through
         */
        void fill(String collection, LongConsumer done);
    }
}
