package app.backtrack.notification.alert;

import app.backtrack.events.AlertEvent.AlertAcknowledged;
import app.backtrack.events.AlertEvent.AlertAssigned;
import app.backtrack.events.AlertEvent.AlertClosed;
import app.backtrack.events.AlertEvent.AlertSnoozed;
import app.backtrack.events.AlertEvent.NotificationFailed;
import app.backtrack.events.AlertEvent.NotificationSent;
import app.backtrack.events.AlertEvent.RedFlagClosed;
import app.backtrack.events.AlertOutcome;
import app.backtrack.notification.alert.AlertView.Closing;
import app.backtrack.notification.alert.AlertView.Deed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Folds decisions about an alert. Of two acknowledgements and of two closings the first one counts, of two assignments
 * and of two snoozes the last one.
 */
final class AlertProjection {
    private AlertProjection() {}

    /** Where an alert stands; the decisions may come in any order. */
    static AlertView of(List<AlertDecision> decisions) {
        AlertView view = AlertView.UNTOUCHED;
        for (AlertDecision decision : decisions.stream().sorted().toList()) {
            view = after(view, decision);
        }
        return view;
    }

    private static AlertView after(AlertView view, AlertDecision decision) {
        return switch (decision.event()) {
            case AlertAcknowledged acknowledged -> acknowledged(view, decision);
            case AlertSnoozed snoozed ->
                new AlertView(view.acknowledged(), snoozed.until(), view.assignee(), view.closed());
            case AlertAssigned assigned ->
                new AlertView(view.acknowledged(), view.snoozedUntil(), assigned.clinician(), view.closed());
            case AlertClosed closed -> closed(view, closed.outcome(), closed.note(), decision);
            case RedFlagClosed closed -> closed(view, closed.outcome(), closed.note(), decision);
            case NotificationSent sent -> view;
            case NotificationFailed failed -> view;
        };
    }

    private static AlertView acknowledged(AlertView view, AlertDecision decision) {
        Deed deed = new Deed(decision.actor().id(), decision.at());
        return new AlertView(
                view.acknowledged() == null ? deed : view.acknowledged(), null, view.assignee(), view.closed());
    }

    private static AlertView closed(
            AlertView view, AlertOutcome outcome, @Nullable String note, AlertDecision decision) {
        if (view.closed() != null) {
            return view;
        }
        Closing closing = new Closing(outcome, note, decision.actor().id(), decision.at());
        return new AlertView(view.acknowledged(), view.snoozedUntil(), view.assignee(), closing);
    }
}
