package app.backtrack.tracking.access;

import app.backtrack.events.EventEnvelope;
import app.backtrack.events.Topic;
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

    AccessLogProjector(LogClients log, AccessLogStore store) {
        this.log = log;
        this.store = store;
    }

    void start(@Observes StartupEvent started) {
        log.startLoop(GROUP, TOPICS, this);
    }

    @Override
    public List<Outcome> handle(List<EventEnvelope<?>> events) {
        List<Optional<AccessEntry>> entries =
                events.stream().map(AccessRules::entry).toList();
        store.add(entries.stream().flatMap(Optional::stream).toList());
        return entries.stream()
                .map(entry -> entry.isPresent() ? Outcome.APPLIED : Outcome.IGNORED)
                .toList();
    }
}
