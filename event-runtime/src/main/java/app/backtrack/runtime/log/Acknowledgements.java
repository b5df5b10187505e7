package app.backtrack.runtime.log;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Tells a log that takes nothing in from one that is only quiet. Readers cannot: a broker that has lost most of the
 * others goes on answering them, and refuses every write.
 */
final class Acknowledgements {
    /** A leader that dies is replaced within it; longer than that is an operator's matter. */
    static final Duration PATIENCE = Duration.ofSeconds(3);

    /** What others could not send is in the log at the latest so long after it takes events in again: two sweeps. */
    static final Duration SETTLING = Duration.ofSeconds(15);

    private static final Duration FRESH = Duration.ofSeconds(1);

    private final LongSupplier nanos;
    private final AtomicReference<@Nullable Refusals> refusals = new AtomicReference<>();
    private volatile boolean everTaken;
    private volatile boolean everRefused;
    private volatile long lastTaken;
    private volatile long lastRefused;

    /** Of a clock that counts nanoseconds. */
    Acknowledgements(LongSupplier nanos) {
        this.nanos = nanos;
    }

    private record Refusals(long sinceNanos, String cause) {}

    /** Something that was sent is in the log. */
    void taken() {
        lastTaken = nanos.getAsLong();
        everTaken = true;
        if (failing()) {
            refusals.set(null);
        }
    }

    /** Something that was sent is not in the log, as far as is known. */
    void refused(Exception cause) {
        if (everTaken) { // Before that the topics may not be there yet.
            lastRefused = nanos.getAsLong();
            everRefused = true;
        }
        String name = cause.getClass().getSimpleName();
        refusals.getAndUpdate(before -> new Refusals(before == null ? nanos.getAsLong() : before.sinceNanos(), name));
    }

    /** Whether the last thing that was sent is not in the log. */
    boolean failing() {
        return refusals.get() != null;
    }

    /** Whether something was taken in within the last second. */
    boolean takenJustNow() {
        return everTaken && nanos.getAsLong() - lastTaken < FRESH.toNanos();
    }

    /** Whether something was refused so short a time ago that what others could not send may be missing still. */
    boolean refusedLately() {
        return everRefused && nanos.getAsLong() - lastRefused < SETTLING.toNanos();
    }

    /** Why nothing goes into the log, in words for an operator; empty when all is well, or might be in a moment. */
    Optional<String> trouble() {
        Refusals now = refusals.get();
        return now == null || nanos.getAsLong() - now.sinceNanos() < PATIENCE.toNanos()
                ? Optional.empty()
                : Optional.of("the log takes nothing in: " + now.cause());
    }
}
