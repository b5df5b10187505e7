package app.backtrack.notification.push;

import app.backtrack.notification.delivery.SendResult;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Says what became of a message that went to several browsers of one person. */
final class PushOutcomeRules {
    private PushOutcomeRules() {}

    /**
     * One browser that has it is enough. Else what leaves most hope counts: an end that nobody knows, a wish to be
     * asked later (the earliest one), a refusal.
     *
     * @param answers of each browser; none where there is no browser
     */
    static SendResult of(List<PushResult> answers) {
        if (answers.stream().anyMatch(PushResult.Accepted.class::isInstance)) {
            return new SendResult.Accepted();
        }
        if (answers.stream().anyMatch(PushResult.Unknown.class::isInstance)) {
            return new SendResult.Unknown();
        }
        List<PushResult.Deferred> deferred = answers.stream()
                .filter(PushResult.Deferred.class::isInstance)
                .map(PushResult.Deferred.class::cast)
                .toList();
        if (!deferred.isEmpty()) {
            Instant retryAt = deferred.stream()
                    .map(PushResult.Deferred::retryAt)
                    .filter(Objects::nonNull)
                    .min(Comparator.naturalOrder())
                    .orElse(null);
            return new SendResult.Deferred(deferred.getFirst().cause(), retryAt);
        }
        return answers.stream()
                .filter(PushResult.Refused.class::isInstance)
                .map(PushResult.Refused.class::cast)
                .findFirst()
                .<SendResult>map(refused -> new SendResult.Refused(refused.status()))
                .orElseGet(SendResult.NoAddress::new);
    }
}
