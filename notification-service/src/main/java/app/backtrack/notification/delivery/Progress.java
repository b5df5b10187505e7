package app.backtrack.notification.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a mail has come, written as a whole with each step.
 *
 * @param state where it stands
 * @param attempts how often it was tried, whatever came of it; from 0
 * @param unsettled how many claims there were of which nobody learnt what came of them, so how many mails may be under
 *     way; 0 to 2
 * @param dueAt when it is to be looked at again: the next attempt, or the end of the lease; UTC
 * @param cause why it is not sent, a constant word with an SMTP reply code where there is one; null where nothing went
 *     wrong. Never an answer's text, which may hold the address
 * @param settledAt when it reached its end, UTC; null while it has none
 */
public record Progress(
        DeliveryState state,
        int attempts,
        int unsettled,
        Instant dueAt,
        @Nullable String cause,
        @Nullable Instant settledAt) {

    /** Nothing was done yet. */
    public static Progress start(Instant dueAt) {
        return new Progress(DeliveryState.WAITING, 0, 0, dueAt, null, null);
    }

    Progress claimed(Instant leaseEnd) {
        return new Progress(DeliveryState.CLAIMED, attempts + 1, unsettled + 1, leaseEnd, cause, null);
    }

    /** Nothing left the house: the mail server could not even be asked. */
    Progress unasked(Instant nextAttempt) {
        return new Progress(DeliveryState.WAITING, attempts + 1, unsettled, nextAttempt, "mail-server-away", null);
    }

    /** The mail server answered, so this claim is no longer one of those whose end nobody knows. */
    Progress answered() {
        return new Progress(state, attempts, unsettled - 1, dueAt, cause, settledAt);
    }

    Progress deferred(Instant nextAttempt, String why) {
        return new Progress(DeliveryState.WAITING, attempts, unsettled, nextAttempt, why, null);
    }

    Progress ended(DeliveryState end, @Nullable String why, Instant at) {
        return new Progress(end, attempts, unsettled, dueAt, why, at);
    }
}
