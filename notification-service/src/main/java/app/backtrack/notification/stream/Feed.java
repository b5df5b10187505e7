package app.backtrack.notification.stream;

import app.backtrack.notification.Change;
import app.backtrack.runtime.http.Problem;
import app.backtrack.runtime.http.Refusal;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Looks once a second for changes, in one query for all open streams of this process, and tells them as server-sent
 * events. It asks the store and no other process, so it works with any number of them.
 *
 * @param <W> who watches
 * @param <C> what is told
 */
public final class Feed<W, C extends Change> {
    /** Tabs of one caller. */
    public static final int PER_CALLER = 4;

    private static final Logger LOG = Logger.getLogger(Feed.class);
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final Duration BEAT = Duration.ofSeconds(15);
    private static final Duration LONGEST = Duration.ofMinutes(10);
    /** Who was away for longer reads everything anew. */
    private static final Duration RESUMABLE = Duration.ofMinutes(30);
    /** So many may wait for a slow client; then its stream breaks and it comes again. */
    private static final int BUFFER = 256;

    private static final Pattern ID = Pattern.compile("(\\d{1,15})-[0-9a-f]{32}");

    private final String name;
    private final Finder<W, C> changes;
    private final BiPredicate<C, W> concerns;
    private final Function<C, Object> answer;
    private final InstantSource clock;
    private final List<OpenStream<W, C>> streams = new CopyOnWriteArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private Instant lastBeat = Instant.EPOCH;

    /**
     * A feed that does nothing until it is started.
     *
     * @param name of its thread
     * @param changes finds what changed
     * @param concerns whether a change is one of a watcher's
     * @param answer what an event of the stream holds
     */
    public Feed(
            String name,
            Finder<W, C> changes,
            BiPredicate<C, W> concerns,
            Function<C, Object> answer,
            InstantSource clock) {
        this.name = name;
        this.changes = changes;
        this.concerns = concerns;
        this.answer = answer;
        this.clock = clock;
    }

    /** Finds the latest change of each thing that changed at an instant or later, oldest first. */
    @FunctionalInterface
    public interface Finder<W, C> {

        /** Of all these watchers, and perhaps of others. */
        List<C> changes(Collection<W> watchers, Instant since);
    }

    /** Begins to look. */
    public void start() {
        Thread.ofVirtual().name(name).start(this::work);
    }

    /** Ends every stream. */
    public void stop() {
        closing.countDown();
        streams.forEach(stream -> stream.sink().end());
    }

    /**
     * Opens a stream.
     *
     * @param lastEventId the last event that the client saw, to go on from
     * @throws Refusal if the caller has too many open already
     */
    public Multi<OutboundSseEvent> open(W watcher, @Nullable String lastEventId, SecurityIdentity identity, Sse sse) {
        if (openBy(watcher) >= PER_CALLER) {
            throw tooMany();
        }
        Instant now = clock.instant();
        Instant endsAt = endsAt(identity, now);
        Optional<Instant> seen = seen(lastEventId).filter(at -> at.isAfter(now.minus(RESUMABLE)));
        List<C> before =
                seen.isPresent() ? List.of() : changes.changes(List.of(watcher), now.minus(OpenStream.OVERLAP));
        return Multi.createFrom()
                .emitter(
                        emitter -> {
                            SseSink<C> sink = new SseSink<>(emitter, sse, answer);
                            OpenStream<W, C> stream =
                                    new OpenStream<>(watcher, concerns, seen.orElse(now), endsAt, sink);
                            before.forEach(stream::skip);
                            if (!add(stream)) {
                                sink.refuse(tooMany());
                                return;
                            }
                            sink.onEnd(() -> streams.remove(stream));
                            if (seen.isEmpty()) {
                                sink.reset();
                            }
                        },
                        BUFFER);
    }

    private synchronized boolean add(OpenStream<W, C> stream) {
        return openBy(stream.watcher()) < PER_CALLER && streams.add(stream);
    }

    private long openBy(W watcher) {
        return streams.stream().filter(each -> each.watcher().equals(watcher)).count();
    }

    private static Instant endsAt(SecurityIdentity identity, Instant now) {
        Instant latest = now.plus(LONGEST);
        if (identity.getPrincipal() instanceof JsonWebToken token) {
            Instant expiry = Instant.ofEpochSecond(token.getExpirationTime());
            return expiry.isBefore(latest) ? expiry : latest;
        }
        return latest;
    }

    private static Optional<Instant> seen(@Nullable String lastEventId) {
        return Optional.ofNullable(lastEventId)
                .map(ID::matcher)
                .filter(matcher -> matcher.matches())
                .map(matcher -> Instant.ofEpochMilli(Long.parseLong(matcher.group(1))));
    }

    private static Refusal tooMany() {
        return new Refusal(Problem.of(
                "too-many-streams", 429, "Too many open streams", "Close one, or wait until one has ended."));
    }

    private void work() {
        try {
            while (!closing.await(EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                try {
                    look();
                } catch (RuntimeException e) {
                    LOG.warnf(
                            "Streams wait for the store, feed=%s, cause=%s",
                            name, e.getClass().getSimpleName());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        Instant now = clock.instant();
        streams.stream().filter(stream -> stream.over(now)).forEach(stream -> {
            stream.sink().end();
            streams.remove(stream);
        });
        if (!now.isBefore(lastBeat.plus(BEAT))) {
            lastBeat = now;
            streams.forEach(stream -> stream.sink().beat());
        }
        List<OpenStream<W, C>> looking = List.copyOf(streams);
        if (looking.isEmpty()) {
            return;
        }
        Set<W> watchers = looking.stream().map(OpenStream::watcher).collect(Collectors.toSet());
        Instant since = looking.stream()
                .map(OpenStream::lookFrom)
                .min(Instant::compareTo)
                .orElse(now);
        List<C> found = changes.changes(watchers, since);
        looking.forEach(stream -> {
            found.forEach(stream::offer);
            found.stream().map(Change::at).max(Instant::compareTo).ifPresent(stream::lookedUntil);
        });
    }
}
