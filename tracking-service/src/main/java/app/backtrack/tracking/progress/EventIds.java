package app.backtrack.tracking.progress;

import app.backtrack.events.FactKind;
import java.util.UUID;

/** Names the event that made a fact what it is now, as {@link app.backtrack.events.FactEvent#eventId} does. */
public final class EventIds {

    private EventIds() {}

    /**
     * The CloudEvents id of the winning revision.
     *
     * @param kind of the fact
     * @param id of the fact
     * @param revision of the winning entry, from 1
     */
    public static String of(FactKind kind, UUID id, int revision) {
        return kind.wireName() + "/" + id + "/" + revision;
    }
}
