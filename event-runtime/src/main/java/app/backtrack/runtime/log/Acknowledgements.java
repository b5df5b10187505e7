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

    private final LongSupplier nanos;
    private final AtomicReference<@Nullable Refusals> refusals = new AtomicReference<>();

    /** Of a clock that counts nanoseconds. */
    Acknowledgements(LongSupplier nanos) {
        this.nanos = nanos;
    }

    private record Refusals(long sinceNanos, String cause) {}

    /** Something that was sent is in the log. */
    void taken() {
        if (failing()) {
            refusals.set(null);
        }
    }

    /** Something that was sent is not in the log, as far as is known. */
    void refused(Exception cause) {
        String name = cause.getClass().getSimpleName();
        refusals.getAndUpdate(before -> new Refusals(before == null ? nanos.getAsLong() : before.sinceNanos(), name));
    }

    /** Whether the last thing that was sent is not in the log. */
    boolean failing() {
        return refusals.get() != null;
    }

    /** Why nothing goes into the log, in words for an operator; empty when all is well, or might be in a moment. */
    Optional<String> trouble() {
        Refusals now = refusals.get();
        return now == null || nanos.getAsLong() - now.sinceNanos() < PATIENCE.toNanos()
                ? Optional.empty()
                : Optional.of("the log takes nothing in: " + now.cause());
    }
}
