package app.backtrack.notification.push;

import app.backtrack.notification.outbound.OutboundAnswer;
import app.backtrack.notification.outbound.OutboundAnswer.Answered;
import app.backtrack.notification.outbound.OutboundAnswer.Failure;
import app.backtrack.notification.outbound.OutboundAnswer.Unanswered;
import app.backtrack.notification.outbound.OutboundClient;
import app.backtrack.notification.outbound.OutboundRequest;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Map;

/** Hands messages to the push services of browsers: encrypted for the browser, signed for the push service. */
@Singleton
public class PushSender {
    /** Each message is made this long before it is encrypted, and so each looks alike on its way. */
    static final int CONTENT_BYTES = 512;

    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;
    private static final int TIMEOUT = 408;
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERROR = 500;

    private final OutboundClient client;
    private final VapidKeys keys;
    private final PushConfig config;
    private final InstantSource clock;

    PushSender(OutboundClient client, VapidKeys keys, PushConfig config, InstantSource clock) {
        this.client = client;
        this.keys = keys;
        this.config = config;
        this.clock = clock;
    }

    /** Whether this deployment has a key; without one there are no subscriptions either. */
    public boolean on() {
        return keys.key().isPresent();
    }

    /**
     * Hands one message over, and waits for the push service's answer, within the deadline of outbound requests.
     *
     * @throws IllegalStateException if web push is not {@link #on()}
     */
    public PushResult send(Subscription to, PushMessage message) {
        VapidKey key = keys.key().orElseThrow(() -> new IllegalStateException("web push is off"));
        Map<String, String> headers = Map.of(
                "Content-Type", "application/octet-stream",
                "Content-Encoding", "aes128gcm",
                "TTL", Long.toString(Math.max(0, message.ttl().toSeconds())),
                "Urgency", message.urgency().wireName(),
                "Topic", message.id(),
                "Authorization", key.authorization(to.endpoint(), config.subject(), clock.instant()));
        byte[] body = to.encrypt(message.content(), CONTENT_BYTES);
        return result(client.post(new OutboundRequest(to.endpoint(), headers, body)));
    }

    private static PushResult result(OutboundAnswer answer) {
        return switch (answer) {
            case Answered answered when answered.accepted() -> new PushResult.Accepted();
            case Answered(int status, var retryAt) when status == NOT_FOUND || status == GONE -> new PushResult.Gone();
            case Answered(int status, var retryAt)
            when status >= SERVER_ERROR || status == TOO_MANY || status == TIMEOUT ->
                new PushResult.Deferred("http-" + status, retryAt);
            case Answered(int status, var retryAt) -> new PushResult.Refused(status);
            case Unanswered(Failure failure) -> unanswered(failure);
        };
    }

    private static PushResult unanswered(Failure failure) {
        return switch (failure) {
            // Nothing left the house.
            case FORBIDDEN_ADDRESS, UNKNOWN_HOST, UNREACHABLE, TLS_FAILED ->
                new PushResult.Deferred(failure.wireName(), null);
            case TIMED_OUT, BROKEN -> new PushResult.Unknown();
        };
    }
}
