package app.backtrack.notification.inbox;

import app.backtrack.events.InsightEvent.InsightRaised;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An insight as the inbox shows it.
 *
 * @param insight what was found
 * @param raisedAt when it was recorded, UTC
 * @param withdrawnAt when it was recorded that it holds no longer, UTC; null while it holds
 */
public record Finding(
        InsightRaised insight, Instant raisedAt, @Nullable Instant withdrawnAt) {

    /** Whether it holds no longer. */
    public boolean withdrawn() {
        return withdrawnAt != null;
    }
}
