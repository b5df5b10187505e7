package app.backtrack.notification.alert;

import app.backtrack.events.Actor;
import app.backtrack.events.AlertEvent;
import java.time.Instant;
import java.util.Comparator;

/**
 * One thing that somebody decided about an alert.
 *
 * @param id the event's id; the same decision sent again has the same
 * @param event what was decided
 * @param actor who decided
 * @param at when our server took it in, UTC
 */
public record AlertDecision(String id, AlertEvent event, Actor actor, Instant at) implements Comparable<AlertDecision> {
    private static final Comparator<AlertDecision> BY_TIME =
            Comparator.comparing(AlertDecision::at).thenComparing(AlertDecision::id);

    @Override
    public int compareTo(AlertDecision other) {
        return BY_TIME.compare(this, other);
    }
}
