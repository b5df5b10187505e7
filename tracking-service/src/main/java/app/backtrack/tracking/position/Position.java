package app.backtrack.tracking.position;

import java.util.Map;
import java.util.Set;

/**
 * What a writer was told is in the log, for one patient.
 *
 * @param tags by journal part, the tags of its events; see {@link PositionTokens#covers}
 */
public record Position(Map<String, Set<String>> tags) {

    /** Keeps a copy. */
    public Position {
        tags = Map.copyOf(tags);
    }
}
