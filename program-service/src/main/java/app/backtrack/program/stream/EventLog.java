package app.backtrack.program.stream;

import app.backtrack.events.ClinicEnvelope;
import app.backtrack.events.EventEnvelope;
import java.util.concurrent.CompletionStage;

/** Takes events; each stage completes with the acknowledgement. */
public interface EventLog {

    /** Publishes an event about a patient, sealed. */
    CompletionStage<Void> publish(EventEnvelope<?> event);

    /** Publishes an event about a clinic, which is not sealed. */
    CompletionStage<Void> publish(ClinicEnvelope event);
}
