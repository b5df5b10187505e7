package app.backtrack.notification.delivery;

import app.backtrack.events.Severity;
import app.backtrack.notification.ClinicianId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Decides who gets mail, and what is to be done next with a mail that was planned. */
public final class MailPlanner {

    /**
     * For how long a finding is worth a mail. Counted from the event's {@code recordedAt}: an instant that our own
     * server stamped when the finding became known. Its {@code since} is a date in the patient's zone that may lie days
     * before (a patient was offline) and would make a fresh finding look old.
     */
    public static final Duration NEWS = Duration.ofHours(48);

    /** How long a claim keeps others away; sending one mail is bounded well below it. */
    public static final Duration LEASE = Duration.ofSeconds(60);

    /** After so many claims whose end nobody knows, no further mail is risked. */
    static final int MAX_UNSETTLED = 2;

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(30);
    private static final int MAX_DOUBLINGS = 16;

    private MailPlanner() {}

    /**
     * Who is to be mailed about an insight; nobody where it is old, was withdrawn or can wait for the next look into
     * the inbox: a mail about every milestone would teach people to pass over the one about a red flag.
     *
     * @param severity how urgently it wants a clinician; below medium it is in the inbox only
     * @param raisedAt when the insight was recorded
     * @param withdrawn whether it is known to hold no longer
     * @param reachable those whom it concerns and who have a mailbox
     * @param now the clock's reading
     */
    public static List<ClinicianId> recipients(
            Severity severity, Instant raisedAt, boolean withdrawn, Collection<ClinicianId> reachable, Instant now) {
        if (!worthAMail(severity) || withdrawn || !now.isBefore(raisedAt.plus(NEWS))) {
            return List.of();
        }
        return reachable.stream().sorted().distinct().toList();
    }

    private static boolean worthAMail(Severity severity) {
        return switch (severity) {
            case INFO, LOW -> false;
            case MEDIUM, HIGH, CRITICAL -> true;
        };
    }

    /** What is to be done with a mail now. */
    static Step next(Delivery delivery, Instant now) {
        Progress progress = delivery.progress();
        return switch (progress.state()) {
            case SENT, FAILED, EXPIRED, DROPPED -> new Step.Wait();
            case WAITING, CLAIMED -> now.isBefore(progress.dueAt()) ? new Step.Wait() : due(delivery, now);
        };
    }

    private static Step due(Delivery delivery, Instant now) {
        Progress progress = delivery.progress();
        if (progress.unsettled() >= MAX_UNSETTLED) {
            return new Step.End(progress.ended(DeliveryState.FAILED, "outcome-unknown", now));
        }
        if (delivery.withdrawn()) {
            return new Step.End(progress.ended(DeliveryState.DROPPED, "withdrawn", now));
        }
        if (!now.isBefore(delivery.expiresAt())) {
            return new Step.End(progress.ended(DeliveryState.EXPIRED, progress.cause(), now));
        }
        return new Step.Send(progress.claimed(now.plus(LEASE)));
    }

    /** Where a claimed mail stands after it was offered to the mail server. */
    static Progress after(Progress claimed, SendResult result, Instant now) {
        return switch (result) {
            case SendResult.Accepted() -> claimed.answered().ended(DeliveryState.SENT, null, now);
            case SendResult.Refused(int code) -> claimed.answered().ended(DeliveryState.FAILED, "refused-" + code, now);
            case SendResult.Deferred(int code) ->
                claimed.answered().deferred(now.plus(pause(claimed.attempts())), "deferred-" + code);
            // Stays claimed until the lease runs out: if the server did take it, its word may still reach us.
            case SendResult.Unknown() -> claimed;
        };
    }

    /** Where a mail stands after the mail server could not be reached. */
    static Progress serverAway(Progress progress, Instant now) {
        return progress.unasked(now.plus(pause(progress.attempts() + 1)));
    }

    /** The rest after an attempt: 5 s, doubled with each further one, at most 30 min. */
    static Duration pause(int attempts) {
        Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.clamp(attempts - 1L, 0, MAX_DOUBLINGS));
        return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }

    /** What is to be done with a mail. */
    sealed interface Step {

        /** Nothing yet, or nothing more. */
        record Wait() implements Step {}

        /** Nothing is sent (any more): write how it ended. */
        record End(Progress progress) implements Step {}

        /** Claim it by writing this, then send it. */
        record Send(Progress claim) implements Step {}
    }
}
