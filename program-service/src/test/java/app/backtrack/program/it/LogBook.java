package app.backtrack.program.it;

import app.backtrack.events.EventEnvelope;
import app.backtrack.events.Topic;
import app.backtrack.runtime.log.LogClients;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Reads {@code program-events} as any consumer does, and shows the events by their ids. */
@Singleton
public class LogBook {
    private final Map<String, CompletableFuture<EventEnvelope<?>>> events = new ConcurrentHashMap<>();

    LogBook(LogClients log) {
        log.follow(Topic.PROGRAM_EVENTS, event -> slot(event.id()).complete(event));
    }

    /** The event of an id, which may still be on its way for a few seconds. */
    public EventEnvelope<?> event(String id) throws InterruptedException, ExecutionException, TimeoutException {
        return slot(id).get(10, TimeUnit.SECONDS);
    }

    private CompletableFuture<EventEnvelope<?>> slot(String id) {
        return events.computeIfAbsent(id, unknown -> new CompletableFuture<>());
    }
}
