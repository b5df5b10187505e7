package app.backtrack.runtime.log;

import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the log by its answers to a publisher: whether it takes events in, and whether our clock agrees with
 * the broker's.
 */
public final class LogCondition implements AutoCloseable {
    private final BrokerClock clock;
    private final Acknowledgements acknowledgements = new Acknowledgements(System::nanoTime);
    private final ClockChecks checks;
    private final Duration deadline;
    private final boolean sending;

    LogCondition(LogConfig config, KafkaProducer<byte[], byte[]> producer, InstantSource ourClock) {
        this.clock = new BrokerClock(ourClock);
        this.deadline = config.publishDeadline();
        this.sending = config.sending();
        this.checks = new ClockChecks(producer, clock, acknowledgements, config.clockCheckEvery());
    }

    /**
     * Whether the log takes events in, and has for some time: into one that did not, others' events may be on their way
     * still, so that what is not in it may nevertheless have happened.
     *
     * @param patience after which the answer is no
     */
    public CompletableFuture<Boolean> takesEventsIn(Duration patience) {
        if (!sending) {
            return CompletableFuture.completedFuture(true);
        }
        if (acknowledgements.refusedLately()) {
            return CompletableFuture.completedFuture(false);
        }
        return acknowledgements.takenJustNow()
                ? CompletableFuture.completedFuture(true)
                : checks.askNow().completeOnTimeout(false, patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Why nothing goes into the log or nothing is written with our clock, in words for an operator. */
    List<String> troubles() {
        List<String> troubles = new ArrayList<>();
        acknowledgements.trouble().ifPresent(troubles::add);
        clock.trouble().ifPresent(troubles::add);
        return troubles;
    }

    /** The clock that is compared with the broker's. */
    Clock clock() {
        return new ComparedClock(clock, deadline);
    }

    /** Our time now, in milliseconds, right or wrong. */
    long millis() {
        return clock.millis();
    }

    /** That our clock is off by more than can be worked with; empty while nobody knows. */
    Optional<ClockOff> clockOff() {
        return clock.intolerableSkew().map(ClockOff::new);
    }

    /** Why nothing may be written now; waits for the first comparison of the clocks. */
    Optional<RuntimeException> refusal() {
        try {
            clock.awaitCompared(deadline);
            return clockOff().map(RuntimeException.class::cast);
        } catch (LogUnavailable unknown) {
            return Optional.of(unknown);
        }
    }

    /**
     * Notes that what was sent is in the log.
     *
     * @param sentAt {@link #millis} before it was sent
     */
    void taken(long sentAt, @Nullable RecordMetadata metadata) {
        acknowledgements.taken();
        if (metadata != null && metadata.hasTimestamp()) {
            clock.acknowledged(sentAt, metadata.timestamp());
        }
    }

    /** Notes that what was sent is not in the log, as far as is known. */
    void refused(Exception cause) {
        acknowledgements.refused(cause);
    }

    /** Asks no more. */
    @Override
    public void close() {
        checks.close();
    }
}
