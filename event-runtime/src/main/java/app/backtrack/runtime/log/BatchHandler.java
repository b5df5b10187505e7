package app.backtrack.runtime.log;

import app.backtrack.events.EventEnvelope;
import java.util.List;

/** Does with a batch of events what its service is for. A batch may hold an event again that was handled before. */
@FunctionalInterface
public interface BatchHandler {

    /**
     * Handles events, those of one patient in their order in each topic. When it returns, everything that the outcomes
     * claim is durable.
     *
     * @return one outcome for each event, in the same order
     * @throws RuntimeException an outage of a store ({@link Outages}), after which the whole batch is tried again until
     *     it goes through; or a bug, after which each event is tried alone and parked if it fails again and again
     */
    List<Outcome> handle(List<EventEnvelope<?>> events);

    /**
     * The same for whom it matters whether the reader is behind.
     *
     * @param behind whether the log held more of the partitions when the batch was taken off it: then more of the same
     *     history may follow at once
     */
    default List<Outcome> handle(List<EventEnvelope<?>> events, boolean behind) {
        return handle(events);
    }
}
