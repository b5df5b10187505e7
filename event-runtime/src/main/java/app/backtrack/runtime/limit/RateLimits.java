package app.backtrack.runtime.limit;

import app.backtrack.events.Actor;
import app.backtrack.events.ClinicId;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Counts what clients and clinics ask for, each in a bucket that refills evenly over a minute. Counted in memory, by
 * each process for itself: two processes let twice as much through.
 */
@Singleton
final class RateLimits {
    private static final Duration WINDOW = Duration.ofMinutes(1);
    /** A bucket that nobody drew from for a window is full again, and can be forgotten. */
    private static final Duration FORGOTTEN_AFTER = WINDOW.plusSeconds(1);

    private static final int MOST_BUCKETS = 100_000;

    private final long perClient;
    private final long perClinic;
    private final Cache<String, Bucket> clients = cache();
    private final Cache<String, Bucket> clinics = cache();

    @Inject
    RateLimits(LimitConfig config) {
        this(config.clientPerMinute(), config.clinicPerMinute());
    }

    RateLimits(long perClient, long perClinic) {
        this.perClient = perClient;
        this.perClinic = perClinic;
    }

    /**
     * What became of one more request.
     *
     * @param allowed whether it may go on
     * @param policy of which limit is spoken
     * @param remaining how many more there may be at once
     * @param resetSeconds when the limit is whole again
     * @param retrySeconds when the next request may go on; 0 where it may now
     */
    record Verdict(boolean allowed, String policy, long remaining, long resetSeconds, long retrySeconds) {}

    /** Takes one more request of a client; says of the limit that is nearer to its end. */
    Verdict take(ClinicId clinic, Actor actor) {
        Bucket own = bucket(clients, clinic + " " + actor.wireForm(), perClient);
        ConsumptionProbe client = own.tryConsumeAndReturnRemaining(1);
        if (!client.isConsumed()) {
            return verdict("client", client);
        }
        ConsumptionProbe all = bucket(clinics, clinic.value(), perClinic).tryConsumeAndReturnRemaining(1);
        if (!all.isConsumed()) {
            own.addTokens(1);
            return verdict("clinic", all);
        }
        return client.getRemainingTokens() <= all.getRemainingTokens()
                ? verdict("client", client)
                : verdict("clinic", all);
    }

    /** What the limits are, as {@code RateLimit-Policy} says it. */
    String policy() {
        long seconds = WINDOW.toSeconds();
        return "\"client\";q=" + perClient + ";w=" + seconds + ", \"clinic\";q=" + perClinic + ";w=" + seconds;
    }

    private static Bucket bucket(Cache<String, Bucket> buckets, String key, long perWindow) {
        return buckets.get(
                key,
                any -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(perWindow).refillGreedy(perWindow, WINDOW))
                        .build());
    }

    private static Verdict verdict(String policy, ConsumptionProbe probe) {
        return new Verdict(
                probe.isConsumed(),
                policy,
                probe.getRemainingTokens(),
                seconds(probe.getNanosToWaitForReset()),
                seconds(probe.getNanosToWaitForRefill()));
    }

    /** Rounded up: who waits as long as they are told gets in. */
    private static long seconds(long nanos) {
        return Math.ceilDiv(nanos, TimeUnit.SECONDS.toNanos(1));
    }

    private static Cache<String, Bucket> cache() {
        return Caffeine.newBuilder()
                .expireAfterAccess(FORGOTTEN_AFTER)
                .maximumSize(MOST_BUCKETS)
                .build();
    }
}
