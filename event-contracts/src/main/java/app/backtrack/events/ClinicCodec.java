package app.backtrack.events;

import io.cloudevents.CloudEvent;
import io.cloudevents.CloudEventData;
import io.cloudevents.core.builder.CloudEventBuilder;
import java.io.IOException;
import java.net.URI;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Turns envelopes of clinics into CloudEvents with plain data, and back. */
public final class ClinicCodec {
    private static final String CLINIC = "clinicid";
    private static final String ACTOR = "actor";

    private ClinicCodec() {}

    /** Writes an event, as canonical JSON. */
    public static CloudEvent encode(ClinicEnvelope envelope) {
        WireForm<ClinicEvent> form = envelope.type().form();
        return CloudEventBuilder.v1()
                .withId(envelope.id())
                .withSource(source(envelope.clinic()))
                .withTime(OffsetDateTime.ofInstant(envelope.recordedAt(), ZoneOffset.UTC))
                .withSubject(envelope.clinic().value())
                .withExtension(CLINIC, envelope.clinic().value())
                .withExtension(ACTOR, envelope.actor().wireForm())
                .withType(form.wireName())
                .withDataSchema(form.dataSchema())
                .withData("application/json", EventJson.write(envelope.data()))
                .build();
    }

    /**
     * Reads an event. It is empty where the type is unknown, where attributes are missing, of a wrong form or at odds
     * with each other or with the data, and where the data is not what the type's schema describes.
     */
    public static Optional<ClinicEnvelope> decode(CloudEvent event) {
        CloudEventData data = event.getData();
        Optional<WireForm<ClinicEvent>> form = ClinicEventType.find(event.getType());
        if (form.isEmpty() || data == null || event.getTime() == null) {
            return Optional.empty();
        }
        try {
            ClinicEnvelope envelope = new ClinicEnvelope(
                    new ClinicId(String.valueOf(event.getSubject())),
                    event.getTime().toInstant(),
                    Actor.of(String.valueOf(event.getExtension(ACTOR))),
                    form.get().read(data.toBytes()));
            return Optional.of(envelope).filter(read -> agrees(read, event));
        } catch (IllegalArgumentException | IOException e) {
            return Optional.empty();
        }
    }

    /** Consumers count by the id, and tell clinics apart by the subject: neither may be another's. */
    private static boolean agrees(ClinicEnvelope read, CloudEvent event) {
        return read.id().equals(event.getId())
                && source(read.clinic()).equals(event.getSource())
                && read.clinic().value().equals(event.getExtension(CLINIC));
    }

    private static URI source(ClinicId clinic) {
        return URI.create("/clinics/" + clinic);
    }
}
