package app.backtrack.notification.stream;

import app.backtrack.events.ClinicId;
import app.backtrack.notification.Reader;
import app.backtrack.notification.inbox.InboxChange;
import app.backtrack.notification.inbox.InboxStore;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Looks once a second for changes of inboxes, in one query for all open streams of this process, and tells them. It
 * asks the store and no other process, so it works with any number of them.
 */
@Singleton
class InboxFeed {
    private static final Logger LOG = Logger.getLogger(InboxFeed.class);
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final Duration BEAT = Duration.ofSeconds(15);

    /** Tabs of one clinician. */
    static final int PER_CALLER = 4;

    private final InboxStore inbox;
    private final InstantSource clock;
    private final List<OpenStream> streams = new CopyOnWriteArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private Instant lastBeat = Instant.EPOCH;

    InboxFeed(InboxStore inbox, InstantSource clock) {
        this.inbox = inbox;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        Thread.ofVirtual().name("inbox-feed").start(this::work);
    }

    /** Opens a stream; whether the caller has not too many already. */
    synchronized boolean open(OpenStream stream) {
        if (openBy(stream.reader()) >= PER_CALLER) {
            return false;
        }
        streams.add(stream);
        return true;
    }

    /** How many streams a caller has here. */
    long openBy(Reader reader) {
        return streams.stream().filter(each -> each.reader().equals(reader)).count();
    }

    void close(OpenStream stream) {
        streams.remove(stream);
    }

    private void work() {
        try {
            while (!closing.await(EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                try {
                    look();
                } catch (RuntimeException e) {
                    LOG.warnf(
                            "Inbox streams wait for the store, cause=%s",
                            e.getClass().getSimpleName());
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
            close(stream);
        });
        if (!now.isBefore(lastBeat.plus(BEAT))) {
            lastBeat = now;
            streams.forEach(stream -> stream.sink().beat());
        }
        List<OpenStream> looking = List.copyOf(streams);
        if (looking.isEmpty()) {
            return;
        }
        Set<ClinicId> clinics =
                looking.stream().map(each -> each.reader().clinic()).collect(Collectors.toSet());
        Instant since = looking.stream()
                .map(OpenStream::lookFrom)
                .min(Instant::compareTo)
                .orElse(now);
        List<InboxChange> changes = inbox.changes(clinics, since);
        looking.forEach(stream -> {
            changes.forEach(stream::offer);
            changes.stream().map(InboxChange::at).max(Instant::compareTo).ifPresent(stream::lookedUntil);
        });
    }

    void stop(@Observes ShutdownEvent event) {
        closing.countDown();
        streams.forEach(stream -> stream.sink().end());
    }
}
