package app.backtrack.notification.delivery;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a delivery has come, written as a whole with each step.
 *
 * @param state where it stands
 * @param attempts how often it was tried, whatever came of it; from 0
 * @param unsettled how many claims there were of which nobody learnt what came of them, so how many messages may be
 *     under way; 0 to 2
 * @param dueAt when it is to be looked at again: the next attempt, or the end of the lease; UTC
 * @param cause why it is not sent, or not yet, a constant word with the server's reply code where there is one; null
 *     where nothing is in the way. Never an answer's text, which may hold the address
 * @param settledAt when it reached its end, UTC; null while it has none
 * @param party with what else it goes in one message
 */
public record Progress(
        DeliveryState state,
        int attempts,
        int unsettled,
        Instant dueAt,
        @Nullable String cause,
        @Nullable Instant settledAt,
        Party party) {

    /** By itself. */
    Progress(
            DeliveryState state,
            int attempts,
            int unsettled,
            Instant dueAt,
            @Nullable String cause,
            @Nullable Instant settledAt) {
        this(state, attempts, unsettled, dueAt, cause, settledAt, Party.ALONE);
    }

    /** Nothing was done yet. */
    public static Progress start(Instant dueAt) {
        return new Progress(DeliveryState.WAITING, 0, 0, dueAt, null, null);
    }

    /** Somebody sends it now, by itself or as before. */
    Progress claimed(Instant leaseEnd) {
        return new Progress(DeliveryState.CLAIMED, attempts + 1, unsettled + 1, leaseEnd, cause, null, party);
    }

    /** The same with company in its message. */
    Progress leading(List<String> members) {
        return new Progress(
                state, attempts, unsettled, dueAt, cause, settledAt, new Party(party.digest(), null, members));
    }

    /** It goes in another one's message. */
    Progress joined(String lead, Instant leaseEnd) {
        Party with = new Party(party.digest(), lead, List.of());
        return new Progress(DeliveryState.CLAIMED, attempts + 1, unsettled, leaseEnd, cause, null, with);
    }

    /** It is looked at again later, with the company that it has. */
    Progress leased(Instant leaseEnd) {
        return new Progress(state, attempts, unsettled, leaseEnd, cause, settledAt, party);
    }

    /** It goes by itself again. */
    Progress released(Instant nextAttempt) {
        return new Progress(DeliveryState.WAITING, attempts, unsettled, nextAttempt, cause, null, party.alone());
    }

    /** It may not be told yet. */
    Progress held(Instant until, String why) {
        return new Progress(DeliveryState.WAITING, attempts, unsettled, until, why, null, party);
    }

    /** It waits for the daily message. */
    Progress digested(Instant at, String why) {
        return new Progress(
                DeliveryState.WAITING, attempts, unsettled, at, why, null, new Party(true, null, List.of()));
    }

    /** Nothing left the house: the server could not even be asked. */
    Progress unasked(Instant nextAttempt, String why) {
        return new Progress(DeliveryState.WAITING, attempts + 1, unsettled, nextAttempt, why, null, party);
    }

    /** The server answered, so this claim is no longer one of those whose end nobody knows. */
    Progress answered() {
        return new Progress(state, attempts, unsettled - 1, dueAt, cause, settledAt, party);
    }

    /** It is tried again later; what may be under way already keeps its company. */
    Progress deferred(Instant nextAttempt, String why) {
        Party next = unsettled > 0 ? party : party.alone();
        return new Progress(DeliveryState.WAITING, attempts, unsettled, nextAttempt, why, null, next);
    }

    Progress ended(DeliveryState end, @Nullable String why, Instant at) {
        return new Progress(end, attempts, unsettled, dueAt, why, at, party);
    }
}
