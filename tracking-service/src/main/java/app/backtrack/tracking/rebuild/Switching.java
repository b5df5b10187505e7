package app.backtrack.tracking.rebuild;

import app.backtrack.runtime.fault.CrashPoint;
import app.backtrack.tracking.generation.CurrentGenerations;
import app.backtrack.tracking.generation.GenerationStore;
import app.backtrack.tracking.generation.Generations;
import app.backtrack.tracking.generation.ProjectionName;
import jakarta.inject.Singleton;

/**
 * Says which of two generations is read, in one write of one document: a crash leaves the one or the other live, never
 * a mix. Both are kept up until one is dropped, so switching back loses nothing.
 */
@Singleton
public class Switching {
    private final GenerationStore store;

    Switching(GenerationStore store) {
        this.store = store;
    }

    /** How it stands now. */
    public Generations state(ProjectionName projection) {
        return store.read(projection);
    }

    /**
     * Lets everybody read the newest generation, or the one before; nothing changes where they do already.
     *
     * @throws IllegalStateException if that generation is not there or not complete, or somebody else's change came in
     *     between
     */
    public Generations switchTo(ProjectionName projection, boolean newest) {
        Generations state = store.read(projection);
        if (state.newestIsLive() == newest) {
            return state;
        }
        CrashPoint.BEFORE_SWITCH.reached();
        Generations switched = kept(state.switched());
        CrashPoint.SWITCHED.reached();
        return switched;
    }

    /**
     * Gives the generation up that is not read, and deletes it once no process can be writing to it; called again after
     * a crash, it goes on.
     *
     * @throws IllegalStateException if there is only one generation, or somebody else's change came in between
     */
    public Generations drop(Rebuildable projection) {
        Generations state = store.read(projection.name());
        if (state.dropping() == null) {
            state = kept(state.dropped());
            CrashPoint.GIVEN_UP.reached();
        }
        String unwanted = state.dropping();
        if (unwanted == null) {
            throw new IllegalStateException("there is nothing to drop");
        }
        // Then every process knows that the dropped generation is gone: none reads an emptied collection.
        CurrentGenerations.awaitAllKnow();
        projection.drop(unwanted);
        CrashPoint.DELETED.reached();
        return kept(state.cleared());
    }

    private Generations kept(Generations changed) {
        return store.write(changed)
                .orElseThrow(() -> new IllegalStateException("somebody else changed this projection: look again"));
    }
}
