package app.backtrack.notification.dispatch;

import app.backtrack.notification.dispatch.HookPlanner.Step;
import app.backtrack.notification.dispatch.HookPlanner.Verdict;
import app.backtrack.notification.outbound.OutboundAnswer;
import app.backtrack.notification.outbound.OutboundClient;
import app.backtrack.notification.outbound.OutboundRequest;
import app.backtrack.notification.webhook.Endpoint;
import app.backtrack.notification.webhook.EndpointId;
import app.backtrack.notification.webhook.EndpointStore;
import app.backtrack.runtime.fault.CrashPoint;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Goes once through the messages that are due: claims each, and has it sent and marked on a thread of its own. */
@Singleton
class HookRound {
    private static final Logger LOG = Logger.getLogger(HookRound.class);
    private static final int SIZE = 100;

    private final HookMessageStore messages;
    private final EndpointStore endpoints;
    private final OutboundClient client;
    private final InstantSource clock;
    private final HookLanes lanes = new HookLanes();

    HookRound(HookMessageStore messages, EndpointStore endpoints, OutboundClient client, InstantSource clock) {
        this.messages = messages;
        this.endpoints = endpoints;
        this.client = client;
        this.clock = clock;
    }

    /**
     * Goes through the messages that are due now.
     *
     * @param threads where to send; a message leaves its lane when it is through
     * @param freed told each time a lane is free again
     * @return whether there may be more of them already
     */
    boolean run(Executor threads, Runnable freed) {
        int room = Math.min(SIZE, lanes.free());
        if (room == 0) {
            return false;
        }
        List<HookMessage> due = messages.due(now(), room, lanes.busyEndpoints());
        Map<EndpointId, Optional<Endpoint>> known = new HashMap<>();
        for (HookMessage message : due) {
            if (lanes.enter(message.endpoint())) {
                Endpoint endpoint = known.computeIfAbsent(message.endpoint(), endpoints::find)
                        .orElse(null);
                take(message, endpoint, threads, freed);
            }
        }
        return due.size() == room;
    }

    private void take(HookMessage message, @Nullable Endpoint endpoint, Executor threads, Runnable freed) {
        @Nullable Runnable sending = null;
        try {
            sending = claim(message, endpoint).orElse(null);
        } finally {
            if (sending == null) {
                lanes.leave(message.endpoint());
            }
        }
        if (sending != null) {
            Runnable sent = sending;
            threads.execute(() -> {
                try {
                    sent.run();
                } finally {
                    lanes.leave(message.endpoint());
                    freed.run();
                }
            });
        }
    }

    /** Takes the next step with a message; what is left to do, where it is to be sent. */
    private Optional<Runnable> claim(HookMessage message, @Nullable Endpoint endpoint) {
        return switch (HookPlanner.next(message, endpoint, now())) {
            case Step.Wait() -> Optional.empty();
            case Step.End(HookProgress end) -> {
                messages.move(message, end);
                yield Optional.empty();
            }
            case Step.Send(Endpoint receiver, HookProgress claim) ->
                messages.move(message, claim).map(claimed -> () -> send(claimed, receiver));
        };
    }

    private void send(HookMessage claimed, Endpoint endpoint) {
        Instant at = now();
        CrashPoint.HOOK_CLAIMED.reached();
        OutboundAnswer answer = client.post(request(claimed, endpoint, at));
        CrashPoint.HOOK_SENT.reached();
        Verdict verdict = HookPlanner.after(claimed, answer, at, now());
        // Before the message is marked, or a crash in between would leave the endpoint enabled for good.
        verdict.disable().ifPresent(reason -> disable(endpoint, reason));
        if (messages.move(claimed, verdict.progress()).isEmpty()) {
            LOG.warnf("A webhook moved on under its sender, message=%s", claimed.id());
        }
    }

    private void disable(Endpoint endpoint, Endpoint.Reason reason) {
        if (endpoints.disable(endpoint, reason, now())) {
            LOG.warnf(
                    "A webhook endpoint is called no more, clinic=%s, endpoint=%s, reason=%s",
                    endpoint.id().clinic(), endpoint.id().value(), reason.wireName());
        }
    }

    private static OutboundRequest request(HookMessage message, Endpoint endpoint, Instant at) {
        return new OutboundRequest(
                endpoint.url(),
                Map.of(
                        "Content-Type", "application/json",
                        "webhook-id", message.id(),
                        "webhook-timestamp", Long.toString(at.getEpochSecond()),
                        "webhook-signature", endpoint.secrets().signature(message.id(), at, message.body())),
                message.body().getBytes(StandardCharsets.UTF_8));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
