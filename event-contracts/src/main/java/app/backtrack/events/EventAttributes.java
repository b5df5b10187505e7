package app.backtrack.events;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What stands about an event outside the seal, as attributes of a CloudEvent; see {@link EventEnvelope} for each. */
record EventAttributes(
        String id,
        PatientRef subject,
        Instant recordedAt,
        Actor actor,
        @Nullable String correlationId,
        @Nullable String causationId) {
    private static final String CLINIC = "clinicid";
    private static final String ACTOR = "actor";
    private static final String CORRELATION = "correlationid";
    private static final String CAUSATION = "causationid";

    static EventAttributes of(EventEnvelope<?> envelope) {
        return new EventAttributes(
                envelope.id(),
                envelope.subject(),
                envelope.recordedAt(),
                envelope.actor(),
                envelope.correlationId(),
                envelope.causationId());
    }

    /** Reads the attributes; empty where one is missing, of a wrong form or at odds with another. */
    static Optional<EventAttributes> of(CloudEvent event) {
        try {
            PatientRef subject = new PatientRef(
                    new ClinicId(required(text(event, CLINIC))), PatientId.of(required(event.getSubject())));
            EventAttributes attributes = new EventAttributes(
                    event.getId(),
                    subject,
                    required(event.getTime()).toInstant(),
                    Actor.of(required(text(event, ACTOR))),
                    text(event, CORRELATION),
                    text(event, CAUSATION));
            return Optional.of(attributes).filter(read -> read.source().equals(event.getSource()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    CloudEventBuilder toBuilder() {
        CloudEventBuilder builder = CloudEventBuilder.v1()
                .withId(id)
                .withSource(source())
                .withTime(OffsetDateTime.ofInstant(recordedAt, ZoneOffset.UTC))
                .withSubject(subject.patient().toString())
                .withExtension(CLINIC, subject.clinic().value())
                .withExtension(ACTOR, actor.wireForm());
        if (correlationId != null) {
            builder.withExtension(CORRELATION, correlationId);
        }
        if (causationId != null) {
            builder.withExtension(CAUSATION, causationId);
        }
        return builder;
    }

    <E extends BacktrackEvent> EventEnvelope<E> toEnvelope(E data) {
        return new EventEnvelope<>(id, subject, recordedAt, actor, correlationId, causationId, data);
    }

    /** The patient as a CloudEvents source: with it, an id that a client chose is unique in the whole log. */
    private URI source() {
        return URI.create("/clinics/" + subject.clinic() + "/patients/" + subject.patient());
    }

    private static @Nullable String text(CloudEvent event, String extension) {
        return event.getExtension(extension) instanceof String text ? text : null;
    }

    private static <T> T required(@Nullable T attribute) {
        if (attribute == null) {
            throw new IllegalArgumentException("an attribute is missing");
        }
        return attribute;
    }
}
