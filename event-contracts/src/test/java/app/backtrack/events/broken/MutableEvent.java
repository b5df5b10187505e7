package app.backtrack.events.broken;

import java.time.Instant;

/** An event that is no record and asks a clock. */
public final class MutableEvent implements LooseEvent {
    private Instant occurredAt = Instant.now();

    /** Changes what has happened. */
    public void move() {
        occurredAt = occurredAt.plusSeconds(1);
    }
}
