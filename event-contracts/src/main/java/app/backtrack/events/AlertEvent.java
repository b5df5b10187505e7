package app.backtrack.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What became of an alert, and of the notifications about it; topic {@code alert-events}. */
public sealed interface AlertEvent extends BacktrackEvent {

    /** The insight that the alert is about, by its id within the patient. */
    String insight();

    /**
     * Somebody saw the alert and takes care of it.
     *
     * @param insight which alert
     */
    record AlertAcknowledged(String insight) implements AlertEvent {}

    /**
     * The alert is to come back later.
     *
     * @param insight which alert
     * @param until when it comes back, UTC
     */
    record AlertSnoozed(String insight, Instant until) implements AlertEvent {}

    /**
     * The alert was handed to somebody.
     *
     * @param insight which alert
     * @param clinician who takes care of it from now on
     */
    record AlertAssigned(String insight, String clinician) implements AlertEvent {}

    /**
     * The alert is done with.
     *
     * @param insight which alert
     * @param outcome what came of it
     * @param note in the clinician's words, at most 1,000 characters
     */
    record AlertClosed(
            String insight, AlertOutcome outcome, @Nullable String note) implements AlertEvent {}

    /**
     * A clinician looked into red flags and closed them; only this ends them.
     *
     * @param insight which alert
     * @param screens ids of the red-flag screens that are closed by it; at least one
     * @param outcome what came of it
     * @param note in the clinician's words, at most 1,000 characters
     */
    record RedFlagClosed(
            String insight,
            List<UUID> screens,
            AlertOutcome outcome,
            @Nullable String note) implements AlertEvent {

        /** Keeps a copy of the list and refuses an empty one. */
        public RedFlagClosed {
            Bounds.require("screens", screens.size(), 1, 100);
            screens = List.copyOf(screens);
        }
    }

    /**
     * Somebody was told of an alert.
     *
     * @param notification names what was sent; the same on every attempt
     * @param insight which alert
     * @param channel how
     * @param recipient who: a clinician's id, or {@code patient}
     * @param attempt from 1
     */
    record NotificationSent(
            UUID notification, String insight, NotificationChannel channel, String recipient, int attempt)
            implements AlertEvent {}

    /**
     * Somebody could not be told, and it is not tried again.
     *
     * @param notification names what was to be sent
     * @param insight which alert
     * @param channel how
     * @param recipient who: a clinician's id, or {@code patient}
     * @param why {@code expired}, {@code refused}, {@code unreachable} or {@code no-address}
     */
    record NotificationFailed(
            UUID notification, String insight, NotificationChannel channel, String recipient, String why)
            implements AlertEvent {}
}
