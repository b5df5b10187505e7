package app.backtrack.program.stream;

import app.backtrack.events.ClinicEnvelope;
import app.backtrack.events.EventEnvelope;
import app.backtrack.runtime.log.EventPublisher;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** Joins the relay to the log. */
final class RelaySetup {
    /**
     * So long an answer waits for the log, so that a patient enrolled a moment ago can log at once; and no longer,
     * since the outbox keeps what an outage holds back.
     */
    private static final Duration PATIENCE = Duration.ofMillis(1500);

    @Produces
    @Singleton
    Relay relay(EventPublisher publisher) {
        return new Relay(new PublishedLog(publisher), PATIENCE);
    }

    /** The log behind a publisher. */
    private record PublishedLog(EventPublisher publisher) implements EventLog {

        @Override
        public CompletionStage<Void> publish(EventEnvelope<?> event) {
            return publisher.publish(event);
        }

        @Override
        public CompletionStage<Void> publish(ClinicEnvelope event) {
            return publisher.publish(event);
        }
    }
}
