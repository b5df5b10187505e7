package app.backtrack.tracking.access;

import app.backtrack.events.EventEnvelope;
import app.backtrack.events.Topic;
import app.backtrack.runtime.erasure.ErasedPatients;
import app.backtrack.runtime.log.BatchHandler;
import app.backtrack.runtime.log.LogClients;
import app.backtrack.runtime.log.Outcome;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Enters each access into the access log, in a group of its own: it waits for no journal, and no journal for it. */
@Singleton
final class AccessLogProjector implements BatchHandler {
    private static final String GROUP = "tracking-service-access";
    private static final Set<Topic> TOPICS = Set.of(
            Topic.PROGRAM_EVENTS, Topic.SESSION_EVENTS, Topic.PAIN_EVENTS, Topic.ALERT_EVENTS, Topic.ACCESS_EVENTS);

    private final LogClients log;
    private final AccessLogStore store;
    private final ErasedPatients erased;

    AccessLogProjector(LogClients log, AccessLogStore store, ErasedPatients erased) {
        this.log = log;
        this.store = store;
        this.erased = erased;
    }

    void start(@Observes StartupEvent started) {
        log.startLoop(GROUP, TOPICS, this);
    }

    /** What the key still opens for a moment after an erasure is not written down again. */
    private Optional<AccessEntry> entry(EventEnvelope<?> event) {
        return erased.find(event.subject()).isPresent() ? Optional.empty() : AccessRules.entry(event);
    }

    @Override
    public List<Outcome> handle(List<EventEnvelope<?>> events) {
        List<Optional<AccessEntry>> entries = events.stream().map(this::entry).toList();
        store.add(entries.stream().flatMap(Optional::stream).toList());
        return entries.stream()
                .map(entry -> entry.isPresent() ? Outcome.APPLIED : Outcome.IGNORED)
                .toList();
    }
}
