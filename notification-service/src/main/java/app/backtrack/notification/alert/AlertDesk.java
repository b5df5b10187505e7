package app.backtrack.notification.alert;

import app.backtrack.events.Actor;
import app.backtrack.events.AlertEvent;
import app.backtrack.events.EventEnvelope;
import app.backtrack.events.EventJson;
import app.backtrack.events.EventType;
import app.backtrack.events.PatientRef;
import app.backtrack.notification.Fingerprint;
import app.backtrack.notification.alert.AlertDecider.Ruling;
import app.backtrack.runtime.log.EventPublisher;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/**
 * Takes decisions about alerts in: into the log first, then into the alert. Who reads the log adds it to the alert,
 * too, so a crash between the two loses nothing; the same command on the same version has the same event id and counts
 * once.
 */
@Singleton
public class AlertDesk {
    private final AlertStore alerts;
    private final EventPublisher publisher;
    private final InstantSource clock;

    AlertDesk(AlertStore alerts, EventPublisher publisher, InstantSource clock) {
        this.alerts = alerts;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** What came of a command. */
    public sealed interface Answer {
        /** The alert as it is after it. */
        record Done(Alert alert) implements Answer {}

        /** It cannot be done. */
        record Refused(AlertDecider.AlertRejection why) implements Answer {}
    }

    /**
     * Decides a command about an alert as it was read.
     *
     * @throws java.util.concurrent.CompletionException if the log did not acknowledge: the outcome is unknown then, and
     *     the same command can be sent again
     */
    public Answer decide(AlertCommand command, Alert alert, Actor actor) {
        return switch (AlertDecider.decide(command, alert)) {
            case Ruling.Unchanged() -> new Answer.Done(alert);
            case Ruling.Refused(var why) -> new Answer.Refused(why);
            case Ruling.Decided(AlertEvent event) -> new Answer.Done(record(event, alert, actor));
        };
    }

    /** Acknowledges the alert about an insight, if there is an open one; as {@link #decide} otherwise. */
    public void acknowledge(PatientRef patient, String insightId, Actor actor) {
        alerts.find(patient.clinic(), AlertId.of(patient, insightId))
                .ifPresent(alert -> decide(new AlertCommand.Acknowledge(), alert, actor));
    }

    private Alert record(AlertEvent event, Alert alert, Actor actor) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        EventEnvelope<AlertEvent> envelope =
                new EventEnvelope<>(id(event, alert, actor), alert.patient(), now, actor, null, null, event);
        publisher.publish(envelope).join();
        Alert decided = alerts.decided(envelope);
        return alerts.find(alert.patient().clinic(), alert.id()).orElse(decided);
    }

    private static String id(AlertEvent event, Alert alert, Actor actor) {
        String content = new String(EventJson.write(event), StandardCharsets.UTF_8);
        return "alert/"
                + Fingerprint.of(String.join(
                        "|",
                        EventType.of(event).wireName(),
                        String.valueOf(alert.version()),
                        actor.wireForm(),
                        content));
    }
}
