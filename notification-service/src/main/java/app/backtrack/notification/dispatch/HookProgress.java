package app.backtrack.notification.dispatch;

import app.backtrack.notification.delivery.DeliveryState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a message has come, written as a whole with each step.
 *
 * @param state where it stands
 * @param attempts how often it was tried since it was posted or last replayed, from 0
 * @param startedAt when the first of these attempts was, from which the schedule counts, UTC; null before it
 * @param dueAt when it is to be looked at again: the next attempt, or the end of the lease; UTC
 * @param expiresAt from then on it is no news any more and is not sent, UTC
 * @param cause why it was not taken, a constant word; null where nothing went wrong
 * @param log each attempt that has ended, those before a replay included, oldest first; the latest {@value #KEPT}
 */
public record HookProgress(
        DeliveryState state,
        int attempts,
        @Nullable Instant startedAt,
        Instant dueAt,
        Instant expiresAt,
        @Nullable String cause,
        List<Attempt> log) {

    /** So many attempts are kept: those of several replays. */
    static final int KEPT = 50;

    /** Keeps a copy of the latest attempts. */
    public HookProgress {
        log = List.copyOf(log.subList(Math.max(0, log.size() - KEPT), log.size()));
    }

    /** To be sent, for the first time or from the start again. */
    static HookProgress start(Instant dueAt, Instant expiresAt, List<Attempt> log) {
        return new HookProgress(DeliveryState.WAITING, 0, null, dueAt, expiresAt, null, log);
    }

    HookProgress claimed(Instant now, Instant leaseEnd) {
        Instant first = startedAt == null ? now : startedAt;
        return new HookProgress(DeliveryState.CLAIMED, attempts + 1, first, leaseEnd, expiresAt, cause, log);
    }

    HookProgress noted(Attempt attempt) {
        List<Attempt> longer = new ArrayList<>(log);
        longer.add(attempt);
        return new HookProgress(state, attempts, startedAt, dueAt, expiresAt, attempt.error(), longer);
    }

    HookProgress deferred(Instant nextAttempt) {
        return new HookProgress(DeliveryState.WAITING, attempts, startedAt, nextAttempt, expiresAt, cause, log);
    }

    HookProgress ended(DeliveryState end, @Nullable String why) {
        return new HookProgress(end, attempts, startedAt, dueAt, expiresAt, why, log);
    }

    /** Whether nothing more happens to it by itself. */
    public boolean over() {
        return switch (state) {
            case WAITING, CLAIMED -> false;
            case SENT, FAILED, EXPIRED, DROPPED -> true;
        };
    }

    /**
     * One attempt that has ended.
     *
     * @param at when it began, UTC
     * @param status the receiver's HTTP status; null where none came
     * @param millis how long it took; null where that is not known
     * @param error why it was no success, a constant word; null where it was one
     */
    public record Attempt(
            Instant at,
            @Nullable Integer status,
            @Nullable Long millis,
            @Nullable String error) {}
}
