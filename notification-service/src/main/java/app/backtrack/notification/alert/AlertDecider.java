package app.backtrack.notification.alert;

import app.backtrack.events.AlertEvent;
import app.backtrack.events.AlertEvent.AlertAcknowledged;
import app.backtrack.events.AlertEvent.AlertAssigned;
import app.backtrack.events.AlertEvent.AlertClosed;
import app.backtrack.events.AlertEvent.AlertSnoozed;
import app.backtrack.events.AlertEvent.RedFlagClosed;
import app.backtrack.events.InsightRule;
import app.backtrack.events.Severity;
import app.backtrack.notification.alert.AlertCommand.Acknowledge;
import app.backtrack.notification.alert.AlertCommand.Assign;
import app.backtrack.notification.alert.AlertCommand.Close;
import app.backtrack.notification.alert.AlertCommand.Snooze;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Decides what a clinician's command makes of an alert. */
public final class AlertDecider {
    /** So long an alert can be put off; what is not looked into for longer is better closed. */
    static final Duration LONGEST_SNOOZE = Duration.ofDays(30);

    private AlertDecider() {}

    /** What came of a command. */
    public sealed interface Ruling {
        /** It becomes an event. */
        record Decided(AlertEvent event) implements Ruling {}

        /** The alert stands so already. */
        record Unchanged() implements Ruling {}

        /** It cannot be done. */
        record Refused(AlertRejection why) implements Ruling {}
    }

    /** Says why a command was refused. */
    public enum AlertRejection {
        /** The alert has ended. */
        CLOSED,
        /** A critical alert waits for nobody. */
        TOO_URGENT_TO_SNOOZE,
        /** The time lies behind, or too far ahead. */
        SNOOZE_OUT_OF_RANGE
    }

    /** Decides a command. */
    public static Ruling decide(AlertCommand command, Alert alert) {
        AlertView view = alert.view();
        if (view.closed() != null) {
            return new Ruling.Refused(AlertRejection.CLOSED);
        }
        String insight = alert.insightId();
        return switch (command) {
            case Acknowledge() ->
                view.acknowledged() != null && view.snoozedUntil() == null
                        ? new Ruling.Unchanged()
                        : new Ruling.Decided(new AlertAcknowledged(insight));
            case Snooze snooze -> snooze(snooze, alert);
            case Assign(var clinician) ->
                clinician.value().equals(view.assignee())
                        ? new Ruling.Unchanged()
                        : new Ruling.Decided(new AlertAssigned(insight, clinician.value()));
            case Close close -> new Ruling.Decided(close(close, alert));
        };
    }

    private static Ruling snooze(Snooze snooze, Alert alert) {
        if (alert.raised() != null && alert.raised().insight().severity() == Severity.CRITICAL) {
            return new Ruling.Refused(AlertRejection.TOO_URGENT_TO_SNOOZE);
        }
        if (!snooze.until().isAfter(snooze.now())
                || snooze.until().isAfter(snooze.now().plus(LONGEST_SNOOZE))) {
            return new Ruling.Refused(AlertRejection.SNOOZE_OUT_OF_RANGE);
        }
        return new Ruling.Decided(new AlertSnoozed(alert.insightId(), snooze.until()));
    }

    /** Only the closing of a red flag names screens, and only that ends what the screens hold up. */
    private static AlertEvent close(Close close, Alert alert) {
        return screen(alert)
                .<AlertEvent>map(
                        screen -> new RedFlagClosed(alert.insightId(), List.of(screen), close.outcome(), close.note()))
                .orElseGet(() -> new AlertClosed(alert.insightId(), close.outcome(), close.note()));
    }

    private static Optional<UUID> screen(Alert alert) {
        if (alert.raised() == null
                || alert.raised().insight().rule() != InsightRule.RED_FLAG
                || alert.raised().insight().about() == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(UUID.fromString(alert.raised().insight().about()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
