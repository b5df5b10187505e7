package app.backtrack.bench.load;

import app.backtrack.bench.load.Caller.Reply;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Puts load on a system and says what came back.
 *
 * <p>Open: requests begin by a fixed schedule, whatever the answers do, and a latency counts from the moment at which
 * its request was to begin. A system that stalls is charged for all that would have come meanwhile. Closed: so many
 * requests are under way at any time; it finds what a system can do, and its latencies say little.
 */
public final class Load {
    private static final long LONGEST_NANOS = TimeUnit.MINUTES.toNanos(5);
    private static final int DIGITS = 3;
    private static final Duration DRAIN = Duration.ofSeconds(30);

    private final Function<Call, Future<Reply>> sending;
    private final Supplier<Call> calls;

    /** Sends what {@code calls} makes, and takes a request for done when its future is. */
    public Load(Function<Call, Future<Reply>> sending, Supplier<Call> calls) {
        this.sending = sending;
        this.calls = calls;
    }

    /**
     * What came of some load.
     *
     * @param taken facts, or reads, that were answered with 2xx
     * @param refused requests that were answered otherwise
     * @param unanswered requests without an answer
     * @param cause why one of these had none; empty where all were answered
     * @param seconds from the first request to the last one's end
     * @param latency of those that were taken, nanoseconds
     * @param refusalLatency of those that were refused, nanoseconds
     * @param lateness from when a request was to begin until it was sent: the generator's own part, nanoseconds
     */
    public record Outcome(
            long taken,
            long refused,
            long unanswered,
            String cause,
            double seconds,
            Histogram latency,
            Histogram refusalLatency,
            Histogram lateness) {

        /** Facts, or reads, taken per second. */
        public double rate() {
            return taken / seconds;
        }

        /** A percentile in milliseconds. */
        public double millis(double percentile) {
            return latency.getValueAtPercentile(percentile) / 1e6;
        }
    }

    /** So many requests per second for so long. */
    public Outcome open(double perSecond, Duration length) {
        Count count = new Count();
        long interval = (long) (1e9 / perSecond);
        long total = Math.max(1, (long) (perSecond * length.toMillis() / 1_000));
        long begin = System.nanoTime();
        for (long i = 0; i < total; i++) {
            long intended = begin + i * interval;
            for (long wait = intended - System.nanoTime(); wait > 0; wait = intended - System.nanoTime()) {
                LockSupport.parkNanos(wait);
            }
            count.send(intended);
        }
        return count.outcome(begin, total);
    }

    /** So many under way for so long. */
    public Outcome closed(int underWay, Duration length) throws InterruptedException {
        Count count = new Count();
        Semaphore free = new Semaphore(underWay);
        long begin = System.nanoTime();
        long end = begin + length.toNanos();
        long total = 0;
        while (System.nanoTime() < end) {
            if (!free.tryAcquire(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                break;
            }
            count.send(System.nanoTime()).onComplete(done -> free.release());
            total++;
        }
        return count.outcome(begin, total);
    }

    private final class Count {
        private final LongAdder taken = new LongAdder();
        private final LongAdder refused = new LongAdder();
        private final LongAdder unanswered = new LongAdder();
        private final LongAdder done = new LongAdder();
        private final Histogram latency = new ConcurrentHistogram(LONGEST_NANOS, DIGITS);
        private final Histogram refusals = new ConcurrentHistogram(LONGEST_NANOS, DIGITS);
        private final Histogram lateness = new ConcurrentHistogram(LONGEST_NANOS, DIGITS);
        private volatile String cause = "";
        private volatile long lastEnd = System.nanoTime();

        Future<Reply> send(long intended) {
            Call call = calls.get();
            return sending.apply(call).onComplete(answered -> {
                long now = System.nanoTime();
                long took = Math.clamp(now - intended, 0, LONGEST_NANOS);
                if (answered.succeeded()) {
                    lateness.recordValue(Math.clamp(answered.result().sentAt() - intended, 0, LONGEST_NANOS));
                }
                if (answered.failed()) {
                    unanswered.increment();
                    cause = String.valueOf(answered.cause());
                } else if (answered.result().status() / 100 == 2) {
                    taken.add(Acknowledged.taken(call, answered.result()));
                    latency.recordValue(took);
                } else {
                    refused.increment();
                    refusals.recordValue(took);
                }
                lastEnd = now;
                done.increment();
            });
        }

        /** Waits for what is under way. */
        Outcome outcome(long begin, long total) {
            long limit = System.nanoTime() + DRAIN.toNanos();
            while (done.sum() < total && System.nanoTime() < limit) {
                LockSupport.parkNanos(1_000_000);
            }
            long lost = total - done.sum();
            return new Outcome(
                    taken.sum(),
                    refused.sum(),
                    unanswered.sum() + lost,
                    lost == 0 ? cause : "nothing came within " + DRAIN.toSeconds() + " s",
                    (lastEnd - begin) / 1e9,
                    latency.copy(),
                    refusals.copy(),
                    lateness.copy());
        }
    }
}
