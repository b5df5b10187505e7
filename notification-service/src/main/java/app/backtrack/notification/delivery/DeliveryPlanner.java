package app.backtrack.notification.delivery;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Decides what is to be done next with a delivery that was planned, so that it is sent once, or twice after a crash.
 */
public final class DeliveryPlanner {

    /**
     * For how long a finding is worth a message. Counted from the event's {@code recordedAt}: an instant that our own
     * server stamped when the finding became known. Its {@code since} is a date in the patient's zone that may lie days
     * before (a patient was offline) and would make a fresh finding look old.
     */
    public static final Duration NEWS = Duration.ofHours(48);

    /** How long a claim keeps others away; sending one message is bounded well below it. */
    public static final Duration LEASE = Duration.ofSeconds(60);

    /** After so many claims whose end nobody knows, no further message is risked. */
    static final int MAX_UNSETTLED = 2;

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(30);
    private static final int MAX_DOUBLINGS = 16;

    private DeliveryPlanner() {}

    /** What is to be done with a delivery now. */
    static Step next(Delivery delivery, Instant now) {
        Progress progress = delivery.progress();
        return switch (progress.state()) {
            case SENT, FAILED, EXPIRED, DROPPED -> new Step.Wait();
            case WAITING, CLAIMED -> now.isBefore(progress.dueAt()) ? new Step.Wait() : due(delivery, now);
        };
    }

    private static Step due(Delivery delivery, Instant now) {
        Progress progress = delivery.progress();
        if (progress.party().lead() != null) {
            return new Step.AskLead(progress.party().lead());
        }
        if (progress.unsettled() >= MAX_UNSETTLED) {
            return new Step.End(progress.ended(DeliveryState.FAILED, "outcome-unknown", now));
        }
        // With company it is the envelope of the others still.
        if (delivery.withdrawn() && progress.party().members().isEmpty()) {
            return new Step.End(progress.ended(DeliveryState.DROPPED, "withdrawn", now));
        }
        if (!now.isBefore(delivery.expiresAt())) {
            return new Step.End(progress.ended(DeliveryState.EXPIRED, progress.cause(), now));
        }
        return new Step.Send(progress.claimed(now.plus(LEASE)));
    }

    /**
     * Whether nothing of it can be under way, so that the recipient's wishes may still change when, and with what, it
     * goes.
     */
    static boolean fresh(Progress progress) {
        return progress.state() == DeliveryState.WAITING && progress.unsettled() == 0;
    }

    /**
     * What becomes of a delivery that joined another one, once its lease has run out: what became of the lead, if it is
     * a member of its message; else it goes by itself.
     *
     * @param lead the lead as it is now; null if there is none
     * @return where it stands; null if the lead must be moved first, so that a sender who is frozen between joining and
     *     claiming cannot take it along any more
     */
    static @Nullable Progress afterLead(Delivery member, @Nullable Delivery lead, Instant now) {
        if (lead == null) {
            return member.progress().released(now);
        }
        boolean listed = lead.progress().party().members().contains(member.id().key());
        boolean over = lead.progress().settledAt() != null;
        if (listed) {
            return over
                    ? with(member.progress(), lead.progress())
                    : member.progress().leased(now.plus(LEASE));
        }
        return over ? member.progress().released(now) : null;
    }

    /** Where a member stands when its lead has come to its end. */
    static Progress with(Progress member, Progress lead) {
        Instant at = lead.settledAt();
        if (at == null) {
            throw new IllegalArgumentException("the lead has not come to its end");
        }
        return member.ended(lead.state(), lead.cause(), at);
    }

    /** Where a claimed delivery stands after it was offered. */
    static Progress after(Progress claimed, SendResult result, Instant now) {
        return switch (result) {
            case SendResult.Accepted() -> claimed.answered().ended(DeliveryState.SENT, null, now);
            case SendResult.Refused(int code) -> claimed.answered().ended(DeliveryState.FAILED, "refused-" + code, now);
            case SendResult.NoAddress() -> claimed.answered().ended(DeliveryState.DROPPED, "no-address", now);
            case SendResult.Deferred(String cause, Instant retryAt) ->
                claimed.answered().deferred(later(now.plus(pause(claimed.attempts())), retryAt), "deferred-" + cause);
            // Stays claimed until the lease runs out: if the server did take it, its word may still reach us.
            case SendResult.Unknown() -> claimed;
        };
    }

    /** Where a delivery stands after the channel's server could not be reached. */
    static Progress serverAway(Progress progress, Instant now) {
        return progress.unasked(now.plus(pause(progress.attempts() + 1)), "server-away");
    }

    private static Instant later(Instant one, @Nullable Instant other) {
        return other != null && other.isAfter(one) ? other : one;
    }

    /** The rest after an attempt: 5 s, doubled with each further one, at most 30 min. */
    static Duration pause(int attempts) {
        Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.clamp(attempts - 1L, 0, MAX_DOUBLINGS));
        return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }

    /** What is to be done with a delivery. */
    sealed interface Step {

        /** Nothing yet, or nothing more. */
        record Wait() implements Step {}

        /** Nothing is sent (any more): write how it ended. */
        record End(Progress progress) implements Step {}

        /** Claim it by writing this, then send it. */
        record Send(Progress claim) implements Step {}

        /** It went, or goes, in another one's message: see what became of that. */
        record AskLead(String lead) implements Step {}
    }
}
