package app.backtrack.events;

import app.backtrack.events.Sealing.BrokenSeal;
import app.backtrack.events.Sealing.PatientErased;
import app.backtrack.events.Sealing.SealedData;
import io.cloudevents.CloudEvent;
import io.cloudevents.CloudEventData;
import io.cloudevents.core.builder.CloudEventBuilder;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns envelopes into CloudEvents with sealed data, and back. */
public final class EventCodec {
    private static final String CLINIC = "clinicid";
    private static final String ACTOR = "actor";
    private static final String CORRELATION = "correlationid";
    private static final String CAUSATION = "causationid";

    private final Sealing sealing;

    /** Seals and opens with {@code sealing}. */
    public EventCodec(Sealing sealing) {
        this.sealing = sealing;
    }

    /**
     * Seals an event.
     *
     * @throws PatientErased if nothing may be written about the patient any more
     */
    public CloudEvent encode(EventEnvelope<?> envelope) throws PatientErased {
        EventType type = envelope.type();
        PatientRef subject = envelope.subject();
        SealedData data =
                sealing.seal(subject, context(subject, envelope.id(), type), EventJson.write(envelope.data()));
        CloudEventBuilder builder = CloudEventBuilder.v1()
                .withId(envelope.id())
                .withSource(source(subject))
                .withType(type.wireName())
                .withTime(OffsetDateTime.ofInstant(envelope.recordedAt(), ZoneOffset.UTC))
                .withSubject(subject.patient().toString())
                .withDataSchema(type.dataSchema())
                .withExtension(CLINIC, subject.clinic().value())
                .withExtension(ACTOR, envelope.actor().wireForm())
                .withData("application/json", EventJson.write(data));
        if (envelope.correlationId() != null) {
            builder.withExtension(CORRELATION, envelope.correlationId());
        }
        if (envelope.causationId() != null) {
            builder.withExtension(CAUSATION, envelope.causationId());
        }
        return builder.build();
    }

    /** Opens an event; what cannot be read is a value, for the dead letters, and never an exception. */
    public Decoded decode(CloudEvent event) {
        Optional<EventType> type = EventType.find(event.getType());
        if (type.isEmpty()) {
            return new Decoded.Unreadable(Flaw.UNKNOWN_TYPE);
        }
        CloudEventData data = event.getData();
        if (data == null) {
            return new Decoded.Unreadable(Flaw.NO_DATA);
        }
        try {
            return open(event, type.get(), data.toBytes());
        } catch (IllegalArgumentException e) {
            return new Decoded.Unreadable(Flaw.BAD_ENVELOPE);
        } catch (BrokenSeal e) {
            return new Decoded.Unreadable(Flaw.BROKEN_SEAL);
        } catch (IOException e) {
            return new Decoded.Unreadable(Flaw.BAD_DATA);
        }
    }

    private Decoded open(CloudEvent event, EventType type, byte[] bytes) throws IOException, BrokenSeal {
        PatientRef subject =
                new PatientRef(new ClinicId(required(text(event, CLINIC))), PatientId.of(required(event.getSubject())));
        if (!event.getSource().equals(source(subject))) {
            return new Decoded.Unreadable(Flaw.BAD_ENVELOPE);
        }
        Instant recordedAt = required(event.getTime()).toInstant();
        Actor actor = Actor.of(required(text(event, ACTOR)));
        SealedData sealed = EventJson.read(bytes, SealedData.class);
        byte[] plain;
        try {
            plain = sealing.open(subject, context(subject, event.getId(), type), sealed);
        } catch (PatientErased e) {
            return new Decoded.Erased(subject);
        }
        BacktrackEvent content = EventJson.read(plain, type.eventClass());
        return new Decoded.Event(new EventEnvelope<>(
                event.getId(), subject, recordedAt, actor, text(event, CORRELATION), text(event, CAUSATION), content));
    }

    /** The patient as a CloudEvents source: with it, an id that a client chose is unique in the whole log. */
    private static URI source(PatientRef subject) {
        return URI.create("/clinics/" + subject.clinic() + "/patients/" + subject.patient());
    }

    private static byte[] context(PatientRef subject, String eventId, EventType type) {
        return (subject.key() + "|" + eventId + "|" + type.wireName()).getBytes(StandardCharsets.UTF_8);
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

    /** What became of a record's bytes. */
    public sealed interface Decoded {

        /** An event. */
        record Event(EventEnvelope<?> envelope) implements Decoded {}

        /** An event of a patient whose key was destroyed: passed over. */
        record Erased(PatientRef subject) implements Decoded {}

        /** No event of ours: for the dead letters. */
        record Unreadable(Flaw flaw) implements Decoded {}
    }

    /** Says why a record cannot be read; the name goes into the dead letter's headers. */
    public enum Flaw {
        /** No CloudEvents headers, or broken ones. */
        NOT_A_CLOUDEVENT,
        /** A type that this version does not know; replay it after an upgrade. */
        UNKNOWN_TYPE,
        /** No data at all. */
        NO_DATA,
        /** Attributes are missing or of a wrong form. */
        BAD_ENVELOPE,
        /** Changed after sealing, or sealed with another key or for another event. */
        BROKEN_SEAL,
        /** Not the JSON that the type's schema describes. */
        BAD_DATA
    }
}
