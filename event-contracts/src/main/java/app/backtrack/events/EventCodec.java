package app.backtrack.events;

import app.backtrack.events.Sealing.BrokenSeal;
import app.backtrack.events.Sealing.PatientErased;
import app.backtrack.events.Sealing.SealedData;
import io.cloudevents.CloudEvent;
import io.cloudevents.CloudEventData;
import io.cloudevents.core.builder.CloudEventBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Turns envelopes into CloudEvents with sealed data, and back; the data of an {@link UnsealedEvent} stays plain. */
public final class EventCodec {
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
        EventAttributes attributes = EventAttributes.of(envelope);
        return attributes.toBuilder()
                .withType(type.wireName())
                .withDataSchema(type.dataSchema())
                .withData("application/json", data(attributes, type.form(), EventJson.write(envelope.data())))
                .build();
    }

    private byte[] data(EventAttributes attributes, WireForm<?> form, byte[] plain) throws PatientErased {
        return form.isSealed()
                ? EventJson.write(sealing.seal(attributes.subject(), context(attributes, form.wireName()), plain))
                : plain;
    }

    /** Opens an event; what cannot be read is a value, for the dead letters, and never an exception. */
    public Decoded decode(CloudEvent event) {
        Optional<WireForm<BacktrackEvent>> form = EventType.find(event.getType());
        if (form.isEmpty()) {
            return new Decoded.Unreadable(Flaw.UNKNOWN_TYPE);
        }
        CloudEventData data = event.getData();
        if (data == null) {
            return new Decoded.Unreadable(Flaw.NO_DATA);
        }
        Optional<EventAttributes> attributes = EventAttributes.of(event);
        if (attributes.isEmpty()) {
            return new Decoded.Unreadable(Flaw.BAD_ENVELOPE);
        }
        try {
            return open(attributes.get(), form.get(), data.toBytes());
        } catch (PatientErased e) {
            return new Decoded.Erased(attributes.get().subject());
        } catch (BrokenSeal e) {
            return new Decoded.Unreadable(Flaw.BROKEN_SEAL);
        } catch (IOException e) {
            return new Decoded.Unreadable(Flaw.BAD_DATA);
        }
    }

    /**
     * Opens the data of an event of any type, also of one that this version does not know: for an operator who looks
     * into a dead letter.
     *
     * @throws IOException if attributes or data have not the form of an event of a patient
     */
    public byte[] open(CloudEvent event) throws IOException, BrokenSeal, PatientErased {
        EventAttributes attributes =
                EventAttributes.of(event).orElseThrow(() -> new IOException("attributes are missing or wrong"));
        CloudEventData data = event.getData();
        if (data == null) {
            throw new IOException("there is no data");
        }
        if (EventType.find(event.getType()).filter(form -> !form.isSealed()).isPresent()) {
            return data.toBytes();
        }
        return opened(attributes, event.getType(), data.toBytes());
    }

    /**
     * Seals data that is given as JSON, for attributes that stand already: a mended event. The id of a fact becomes the
     * one that follows from the data.
     *
     * @throws IOException if the attributes, the type or the data are not those of an event of a patient
     * @throws PatientErased if nothing may be written about the patient any more
     */
    public CloudEvent seal(CloudEvent event, byte[] plain) throws IOException, PatientErased {
        WireForm<BacktrackEvent> form = EventType.find(event.getType())
                .orElseThrow(() -> new IOException("no event of a patient has the type " + event.getType()));
        CloudEventBuilder mended = CloudEventBuilder.from(event).withDataSchema(form.dataSchema());
        if (form.read(plain) instanceof FactEvent fact) {
            mended.withId(fact.eventId());
        }
        CloudEvent named = mended.build();
        EventAttributes attributes =
                EventAttributes.of(named).orElseThrow(() -> new IOException("attributes are missing or wrong"));
        return CloudEventBuilder.from(named)
                .withData("application/json", data(attributes, form, plain))
                .build();
    }

    private Decoded open(EventAttributes attributes, WireForm<BacktrackEvent> form, byte[] bytes)
            throws IOException, BrokenSeal, PatientErased {
        BacktrackEvent content = form.read(form.isSealed() ? opened(attributes, form.wireName(), bytes) : bytes);
        // Consumers count by the id, so a fact under another's id would be taken for that one.
        if (content instanceof FactEvent fact && !fact.eventId().equals(attributes.id())) {
            return new Decoded.Unreadable(Flaw.BAD_ENVELOPE);
        }
        return new Decoded.Event(attributes.toEnvelope(content));
    }

    private byte[] opened(EventAttributes attributes, String wireName, byte[] bytes)
            throws IOException, BrokenSeal, PatientErased {
        SealedData sealed = EventJson.read(bytes, SealedData.class);
        return sealing.open(attributes.subject(), context(attributes, wireName), sealed);
    }

    /**
     * What the seal holds for; the wire name is the one that the event was written under, though it be a former one.
     */
    private static byte[] context(EventAttributes attributes, String wireName) {
        return (attributes.subject().key() + "|" + attributes.id() + "|" + wireName).getBytes(StandardCharsets.UTF_8);
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
        /** Attributes are missing, of a wrong form, or not those of the content. */
        BAD_ENVELOPE,
        /** Changed after sealing, or sealed with another key or for another event. */
        BROKEN_SEAL,
        /** Not the JSON that the type's schema describes. */
        BAD_DATA
    }
}
