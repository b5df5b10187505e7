package app.backtrack.notification.dispatch;

import app.backtrack.events.EventEnvelope;
import app.backtrack.notification.webhook.Endpoint;
import app.backtrack.notification.webhook.EndpointStore;
import app.backtrack.notification.webhook.HookType;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Takes in messages for the endpoints that want them. One is posted once, however often that is asked for. */
@Singleton
public class HookPostbox {
    private final EndpointStore endpoints;
    private final HookMessageStore messages;
    private final HookLoop loop;
    private final InstantSource clock;

    HookPostbox(EndpointStore endpoints, HookMessageStore messages, HookLoop loop, InstantSource clock) {
        this.endpoints = endpoints;
        this.messages = messages;
        this.loop = loop;
        this.clock = clock;
    }

    /**
     * Tells a clinic's software about an event, unless that is no news any more, or was recorded before an endpoint
     * asked for it: so a replay of the log tells nothing.
     */
    public void post(EventEnvelope<?> event) {
        HookType type = HookBodyRules.type(event).orElse(null);
        if (type == null || !clock.instant().isBefore(event.recordedAt().plus(HookPlanner.NEWS))) {
            return;
        }
        endpoints.list(event.subject().clinic()).stream()
                .filter(endpoint -> endpoint.wants(type, event.recordedAt()))
                .forEach(endpoint -> open(
                        endpoint, HookBodyRules.id(event), type, event.recordedAt(), HookBodyRules.body(type, event)));
    }

    /** Sends an endpoint a message about nothing. */
    HookMessage test(Endpoint endpoint, String unique, Instant now) {
        Map<String, Object> ids =
                new TreeMap<>(Map.of("clinicId", endpoint.id().clinic().value()));
        String body = HookBodyRules.body(HookType.TEST, now, ids);
        return open(endpoint, HookBodyRules.id(endpoint.id().key() + "|" + unique), HookType.TEST, now, body);
    }

    /** Sends messages again, with their old ids; how many nobody else moved meanwhile. */
    int replay(List<HookMessage> over, Instant now) {
        long replayed = over.stream()
                .filter(message -> messages.move(
                                message,
                                HookProgress.start(
                                        now,
                                        now.plus(HookPlanner.NEWS),
                                        message.progress().log()))
                        .isPresent())
                .count();
        loop.wake();
        return Math.toIntExact(replayed);
    }

    private HookMessage open(Endpoint endpoint, String id, HookType type, Instant at, String body) {
        HookProgress start = HookProgress.start(at, at.plus(HookPlanner.NEWS), List.of());
        HookMessage message = new HookMessage(endpoint.id(), id, type, at, body, start, 0);
        if (messages.open(message)) {
            loop.wake();
        }
        return message;
    }
}
