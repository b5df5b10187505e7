package app.backtrack.notification.dispatch;

import app.backtrack.notification.delivery.DeliveryState;
import app.backtrack.notification.dispatch.HookProgress.Attempt;
import app.backtrack.notification.outbound.OutboundAnswer;
import app.backtrack.notification.outbound.OutboundAnswer.Answered;
import app.backtrack.notification.outbound.OutboundAnswer.Unanswered;
import app.backtrack.notification.webhook.Endpoint;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides what is to be done next with a message, and what an answer means for it and its endpoint. */
final class HookPlanner {

    /** For how long something is worth a message by itself, counted from when it was recorded. */
    static final Duration NEWS = Duration.ofHours(48);

    /** How long a claim keeps others away; one attempt is bounded well below it. */
    static final Duration LEASE = Duration.ofSeconds(60);

    /**
     * When the attempts are, from the first one on. The steps are those of Standard Webhooks 1.0.0; counted from the
     * first attempt, not each from the one before, so that the last lies within the time that a message is news.
     */
    static final List<Duration> SCHEDULE = List.of(
            Duration.ZERO,
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));

    private static final int GONE = 410;
    /** Up to a tenth of the step later, so that what failed together does not come back together. */
    private static final int JITTER_PERCENT = 10;

    private static final int PERCENT = 100;

    private HookPlanner() {}

    /**
     * What is to be done with a message now.
     *
     * @param endpoint who gets it; null if it was deleted
     */
    static Step next(HookMessage message, @Nullable Endpoint endpoint, Instant now) {
        HookProgress progress = message.progress();
        if (progress.over() || now.isBefore(progress.dueAt())) {
            return new Step.Wait();
        }
        HookProgress known = progress.state() == DeliveryState.CLAIMED ? abandoned(progress) : progress;
        if (endpoint == null) {
            return new Step.End(known.ended(DeliveryState.DROPPED, "endpoint-deleted"));
        }
        if (endpoint.disabled() != null) {
            return new Step.End(known.ended(DeliveryState.FAILED, "endpoint-disabled"));
        }
        if (!now.isBefore(known.expiresAt())) {
            return new Step.End(known.ended(DeliveryState.EXPIRED, known.cause()));
        }
        if (known.attempts() >= SCHEDULE.size()) {
            return new Step.End(known.ended(DeliveryState.FAILED, known.cause()));
        }
        return new Step.Send(endpoint, known.claimed(now, now.plus(LEASE)));
    }

    /** Whoever claimed it died before it could say what came of it. */
    private static HookProgress abandoned(HookProgress claimed) {
        return claimed.noted(new Attempt(claimed.dueAt().minus(LEASE), null, null, "outcome-unknown"));
    }

    /**
     * What an answer means.
     *
     * @param claimed the message as it was sent
     * @param at when the attempt began
     * @param now when it ended
     */
    static Verdict after(HookMessage claimed, OutboundAnswer answer, Instant at, Instant now) {
        HookProgress noted = claimed.progress().noted(attempt(answer, at, now));
        if (answer instanceof Answered answered && answered.accepted()) {
            return new Verdict(noted.ended(DeliveryState.SENT, null), Optional.empty());
        }
        if (answer instanceof Answered(int status, Instant retryAt) && status == GONE) {
            return new Verdict(noted.ended(DeliveryState.FAILED, noted.cause()), Optional.of(Endpoint.Reason.GONE));
        }
        if (noted.attempts() >= SCHEDULE.size()) {
            return new Verdict(
                    noted.ended(DeliveryState.FAILED, noted.cause()), Optional.of(Endpoint.Reason.ATTEMPTS_EXHAUSTED));
        }
        Instant next = nextAttempt(claimed, now);
        return new Verdict(noted.deferred(later(next, retryAt(answer))), Optional.empty());
    }

    private static Attempt attempt(OutboundAnswer answer, Instant at, Instant now) {
        long millis = Math.max(0, Duration.between(at, now).toMillis());
        return switch (answer) {
            case Answered answered ->
                new Attempt(at, answered.status(), millis, answered.accepted() ? null : "http-" + answered.status());
            case Unanswered(OutboundAnswer.Failure failure) -> new Attempt(at, null, millis, failure.wireName());
        };
    }

    /**
     * By the schedule; after a pause of ours, in which several attempts fell due, at least half a step from now, so
     * that they are not made up for in a burst.
     */
    private static Instant nextAttempt(HookMessage claimed, Instant now) {
        int made = claimed.progress().attempts();
        Duration offset = SCHEDULE.get(made);
        Duration step = offset.minus(SCHEDULE.get(made - 1));
        Instant first = Objects.requireNonNull(claimed.progress().startedAt(), "a claim starts the schedule");
        return later(first.plus(offset).plus(jitter(claimed, step)), now.plus(step.dividedBy(2)));
    }

    /** Follows from the message and the attempt, so that it needs no chance and is another for each message. */
    private static Duration jitter(HookMessage claimed, Duration step) {
        int spread =
                Math.floorMod(Objects.hash(claimed.key(), claimed.progress().attempts()), PERCENT);
        return step.multipliedBy(spread)
                .dividedBy(PERCENT)
                .multipliedBy(JITTER_PERCENT)
                .dividedBy(PERCENT);
    }

    private static @Nullable Instant retryAt(OutboundAnswer answer) {
        return switch (answer) {
            case Answered answered -> answered.retryAt();
            case Unanswered unanswered -> null;
        };
    }

    private static Instant later(Instant one, @Nullable Instant other) {
        return other != null && other.isAfter(one) ? other : one;
    }

    /**
     * What an answer means.
     *
     * @param progress where the message stands
     * @param disable why its endpoint is called no more; empty where it still is
     */
    record Verdict(HookProgress progress, Optional<Endpoint.Reason> disable) {}

    /** What is to be done with a message. */
    sealed interface Step {

        /** Nothing yet, or nothing more. */
        record Wait() implements Step {}

        /** Nothing is sent (any more): write how it ended. */
        record End(HookProgress progress) implements Step {}

        /** Claim it by writing this, then send it there. */
        record Send(Endpoint endpoint, HookProgress claim) implements Step {}
    }
}
