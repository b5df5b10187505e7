package app.backtrack.notification.triage;

import app.backtrack.notification.alert.AlertDecider.AlertRejection;
import app.backtrack.runtime.http.Problem.Flaw;
import app.backtrack.runtime.http.Refusal;

/** Words what the rules of alerts refuse. */
final class AlertRefusals {
    private AlertRefusals() {}

    static Refusal of(AlertRejection why) {
        return switch (why) {
            case CLOSED -> Refusal.conflict("alert-closed", "The alert is closed", "Nothing more is decided about it.");
            case TOO_URGENT_TO_SNOOZE ->
                Refusal.conflict(
                        "too-urgent-to-snooze",
                        "A critical alert cannot be put off",
                        "Acknowledge it, assign it, or close it with what came of it.");
            case SNOOZE_OUT_OF_RANGE -> Refusal.invalid(Flaw.at("/until", "must lie ahead, by at most 30 days"));
        };
    }
}
