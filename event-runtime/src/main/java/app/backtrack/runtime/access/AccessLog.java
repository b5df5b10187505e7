package app.backtrack.runtime.access;

import app.backtrack.events.AccessEvent.PatientDataRead;
import app.backtrack.events.AccessOutcome;
import app.backtrack.events.EventEnvelope;
import app.backtrack.events.PatientRef;
import app.backtrack.events.Sealing.PatientErased;
import app.backtrack.runtime.log.EventPublisher;
import app.backtrack.runtime.log.LogClients;
import app.backtrack.runtime.log.LogConfig;
import app.backtrack.runtime.log.LogUnavailable;
import app.backtrack.runtime.sealing.KeyStore;
import app.backtrack.runtime.sealing.KeyStore.Lookup;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Writes who asked for whose data to the log. */
@Singleton
class AccessLog {
    private static final Logger LOG = Logger.getLogger(AccessLog.class);

    /** Below what the publisher takes at once, so that one long list does not refuse the facts of others. */
    private static final int AT_ONCE = 500;

    private final EventPublisher publisher;
    private final LogClients log;
    private final KeyStore keys;
    private final AccessConfig config;
    private final Clock clock;
    private final ExecutorService work = Executors.newVirtualThreadPerTaskExecutor();
    private final Duration deadline;

    private @Nullable CompletableFuture<Void> topics;

    AccessLog(
            EventPublisher publisher,
            LogClients log,
            KeyStore keys,
            AccessConfig config,
            LogConfig logConfig,
            Clock clock) {
        this.publisher = publisher;
        this.log = log;
        this.keys = keys;
        this.config = config;
        this.clock = clock;
        this.deadline = logConfig.publishDeadline();
    }

    /**
     * Notes that patients' data is about to be shown; the future completes when the log has it, and fails as
     * {@link EventPublisher#publish} does.
     */
    CompletableFuture<Void> shown(Access access, Collection<PatientRef> patients) {
        CompletableFuture<Void> noted = patients.isEmpty()
                ? CompletableFuture.completedFuture(null)
                : ready().thenCompose(yes -> write(access, List.copyOf(patients)));
        return config.required() ? noted : noted.exceptionally(AccessLog::goOn);
    }

    /** Notes a refusal, if there is such a patient; it shows nothing, so nobody waits for it. */
    void refused(Access access, PatientRef patient) {
        var unused = ready().thenApplyAsync(yes -> keys.find(patient) instanceof Lookup.Found, work)
                .thenCompose(known -> known
                        ? publisher.publish(event(access, patient, AccessOutcome.REFUSED, now()))
                        : CompletableFuture.completedFuture(null))
                .exceptionally(AccessLog::goOn);
    }

    private CompletableFuture<Void> write(Access access, List<PatientRef> patients) {
        Instant now = now();
        CompletableFuture<Void> written = CompletableFuture.completedFuture(null);
        for (int from = 0; from < patients.size(); from += AT_ONCE) {
            List<PatientRef> some = patients.subList(from, Math.min(patients.size(), from + AT_ONCE));
            written = written.thenCompose(before -> CompletableFuture.allOf(some.stream()
                    .map(patient -> publisher.publish(event(access, patient, AccessOutcome.SHOWN, now)))
                    .toArray(CompletableFuture[]::new)));
        }
        return written;
    }

    private static EventEnvelope<PatientDataRead> event(
            Access access, PatientRef patient, AccessOutcome outcome, Instant now) {
        return new EventEnvelope<>(
                "access/" + UUID.randomUUID(),
                patient,
                now,
                access.actor(),
                access.traceId(),
                null,
                new PatientDataRead(access.operation(), outcome));
    }

    /** A service that only writes to a topic makes it, once; who asks meanwhile waits no longer than for a write. */
    private CompletableFuture<Void> ready() {
        return topics().copy()
                .orTimeout(deadline.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionallyCompose(failure ->
                        CompletableFuture.failedFuture(new LogUnavailable("the topics are not there", failure)));
    }

    private synchronized CompletableFuture<Void> topics() {
        if (topics == null || topics.isCompletedExceptionally()) {
            topics = CompletableFuture.runAsync(log::ensureTopics, work);
        }
        return topics;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static @Nullable Void goOn(Throwable failure) {
        if (!(failure instanceof PatientErased)) {
            LOG.warnf("An access was not noted, cause=%s", failure.getClass().getSimpleName());
        }
        return null;
    }
}
