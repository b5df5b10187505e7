package app.backtrack.notification.stream;

import app.backtrack.notification.Change;
import app.backtrack.notification.EntryId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiPredicate;

/**
 * One open stream: whom it is for, and what was told on it. Used by the one thread of the feed.
 *
 * <p>Changes are found by the clock readings of the processes that wrote them. Those may differ a little, and a write
 * may show later than its reading, so each look goes back by an overlap, and what was told is not told again.
 *
 * @param <W> who watches
 * @param <C> what is told
 */
public final class OpenStream<W, C extends Change> {

    /** As far as two processes' clocks may be apart before one of them refuses work, and a little more. */
    public static final Duration OVERLAP = Duration.ofSeconds(65);

    private final W watcher;
    private final BiPredicate<C, W> concerns;
    private final Instant endsAt;
    private final Sink<C> sink;
    private final Map<EntryId, Instant> told = new HashMap<>();
    private Instant newest;

    /**
     * Begins a stream.
     *
     * @param concerns whether a change is one of the watcher's
     * @param since what changed later is told; of what changed within the overlap before, only what is repeated
     * @param endsAt when it is ended, for the client to come again with a fresh token; UTC
     */
    OpenStream(W watcher, BiPredicate<C, W> concerns, Instant since, Instant endsAt, Sink<C> sink) {
        this.watcher = watcher;
        this.concerns = concerns;
        this.newest = since;
        this.endsAt = endsAt;
        this.sink = sink;
    }

    W watcher() {
        return watcher;
    }

    /** From when on to look for changes. */
    Instant lookFrom() {
        return newest.minus(OVERLAP);
    }

    boolean over(Instant now) {
        return !now.isBefore(endsAt);
    }

    Sink<C> sink() {
        return sink;
    }

    /** Tells a change, unless it is somebody else's or was told. */
    void offer(C change) {
        if (concerns.test(change, watcher)
                && !change.at().isBefore(lookFrom())
                && !change.at().equals(told.put(change.entry(), change.at()))) {
            sink.tell(change);
        }
    }

    /** After a look: goes on from there, and forgets what no further look can find. */
    void lookedUntil(Instant latest) {
        newest = latest.isAfter(newest) ? latest : newest;
        told.values().removeIf(at -> at.isBefore(lookFrom()));
    }

    /** Passes over what there is already: the client has it, or reads the inbox first. */
    void skip(C change) {
        told.put(change.entry(), change.at());
    }

    /** The way to the client. */
    interface Sink<C> {
        void tell(C change);

        void beat();

        void end();
    }
}
