package app.backtrack.notification.delivery;

import app.backtrack.events.NotificationChannel;
import app.backtrack.events.Severity;
import app.backtrack.notification.NoticeKind;
import app.backtrack.notification.preference.QuietHoursRules;
import app.backtrack.notification.preference.Wishes;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides who is told of a finding, and when, by what the recipient wishes: in which message something goes, whether it
 * waits for the morning or for the daily message, or is not told at all.
 */
public final class NoticePlanner {
    /** When what is beyond a day's number is told to somebody who did not choose an hour. */
    static final int DIGEST_HOUR = 8;

    private NoticePlanner() {}

    /** What is to be done with something whose time has come. */
    sealed interface Plan {

        /** Told now. */
        record Now() implements Plan {}

        /** Looked at again then. */
        record Later(Instant at, String why) implements Plan {}

        /** Told with the daily message. */
        record Digest(Instant at, String why) implements Plan {}

        /** Not told. */
        record Never(String why) implements Plan {}
    }

    /** What a finding is told as. */
    public static NoticeKind kind(Severity severity) {
        return switch (severity) {
            case CRITICAL -> NoticeKind.RED_FLAG;
            case INFO, LOW, MEDIUM, HIGH -> NoticeKind.ALERT;
        };
    }

    /**
     * Who is to be told of a finding outside of the inbox; nobody where it is old, was withdrawn or can wait for the
     * next look into the inbox: a mail about every milestone would teach people to pass over the one about a red flag.
     *
     * @param severity how urgently it wants a clinician; below medium it is in the inbox only
     * @param raisedAt when the insight was recorded
     * @param withdrawn whether it is known to hold no longer
     * @param reachable those whom it concerns, by each channel
     * @param now the clock's reading
     */
    public static List<Reach> recipients(
            Severity severity, Instant raisedAt, boolean withdrawn, Collection<Reach> reachable, Instant now) {
        if (!worthTelling(severity) || withdrawn || !now.isBefore(raisedAt.plus(DeliveryPlanner.NEWS))) {
            return List.of();
        }
        return reachable.stream().distinct().toList();
    }

    /**
     * When a finding is told at the earliest: a red flag at once, another one after a pause in which what else is found
     * of the patient joins it.
     */
    public static Instant dueAt(Severity severity, Instant now, Duration pause) {
        return kind(severity).passesEverything() ? now : now.plus(pause);
    }

    /** What is to be done with something whose time has come. */
    static Plan plan(Matter matter, NotificationChannel channel, Party party, Wishes wishes, Instant now) {
        if (matter.kind().passesEverything()) {
            return new Plan.Now();
        }
        if (!wishes.preference().allows(matter.kind(), channel)) {
            return new Plan.Never("switched-off");
        }
        Integer hour = wishes.preference().digestHour();
        if (hour != null && matter.kind().mayWaitForDigest() && !party.digest()) {
            return new Plan.Digest(digest(hour, wishes, now), "digest");
        }
        Instant at = QuietHoursRules.earliest(now, wishes.home(), wishes.quietHours());
        return at.isAfter(now) ? new Plan.Later(at, "quiet-hours") : new Plan.Now();
    }

    /** What is to be done with something that would be more than the recipient wants in a day. */
    static Plan beyondTheDay(Matter matter, Wishes wishes, Instant now) {
        if (!matter.kind().mayWaitForDigest()) {
            return new Plan.Never("day-is-full");
        }
        Integer hour = wishes.preference().digestHour();
        return new Plan.Digest(digest(hour, wishes, now), "day-is-full");
    }

    /** Whether something that waits may go in the message of another thing of its group. */
    static boolean joins(Plan plan) {
        return switch (plan) {
            case Plan.Now() -> true;
            // The message goes in any case, so nobody is disturbed once more.
            case Plan.Later later -> true;
            case Plan.Digest digest -> false;
            case Plan.Never never -> false;
        };
    }

    private static Instant digest(@Nullable Integer hour, Wishes wishes, Instant now) {
        return QuietHoursRules.nextDigest(now, hour == null ? DIGEST_HOUR : hour, wishes.home(), wishes.quietHours());
    }

    private static boolean worthTelling(Severity severity) {
        return switch (severity) {
            case INFO, LOW -> false;
            case MEDIUM, HIGH, CRITICAL -> true;
        };
    }
}
