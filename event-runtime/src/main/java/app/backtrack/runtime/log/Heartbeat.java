package app.backtrack.runtime.log;

import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.Metric;

/**
 * Tells a quiet log from one that is away: polling either returns nothing. A member sends a heartbeat every 1.5 s as
 * long as there is a broker to send it to.
 */
final class Heartbeat {
    private static final Duration SILENCE = Duration.ofSeconds(5);
    private static final String METRIC = "last-heartbeat-seconds-ago";

    private final Metric secondsAgo;

    /** Of a metric that counts the seconds since the last heartbeat, and is negative before the first. */
    Heartbeat(Metric secondsAgo) {
        this.secondsAgo = secondsAgo;
    }

    static Heartbeat of(Consumer<?, ?> member) {
        return new Heartbeat(member.metrics().values().stream()
                .filter(metric -> metric.metricName().name().equals(METRIC))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the client has no metric " + METRIC)));
    }

    /** Why it seems that the log is away, in words for an operator; empty when it answers, or was not asked yet. */
    Optional<String> silence() {
        return secondsAgo.metricValue() instanceof Double seconds && seconds > SILENCE.toSeconds()
                ? Optional.of("the log is away: it does not answer")
                : Optional.empty();
    }
}
