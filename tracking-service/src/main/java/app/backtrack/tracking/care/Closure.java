package app.backtrack.tracking.care;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A clinician closed red flags.
 *
 * @param recordedAt when, UTC
 * @param screens the red-flag screens that are closed by it, ascending
 */
public record Closure(Instant recordedAt, List<UUID> screens) {

    public Closure {
        screens = screens.stream().sorted().toList();
    }
}
