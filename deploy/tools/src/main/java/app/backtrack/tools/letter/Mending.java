package app.backtrack.tools.letter;

import app.backtrack.events.ClinicCodec;
import app.backtrack.events.EventCodec;
import app.backtrack.events.EventCodec.Decoded;
import app.backtrack.events.EventEnvelope;
import app.backtrack.events.Sealing.PatientErased;
import app.backtrack.events.Topic;
import app.backtrack.events.WireForm;
import app.backtrack.tools.place.CannotException;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * Makes a good record out of a letter and what an operator says: other data, type or attributes. The new one names the
 * place of the bad one as what caused it, so the log keeps both and the way from one to the other.
 */
final class Mending {
    private static final String TYPE = "ce_type";

    private final EventCodec codec;

    Mending(EventCodec codec) {
        this.codec = codec;
    }

    /**
     * The record that takes the letter's place.
     *
     * @param plain the data as JSON, opened
     * @param changed headers that replace the letter's, such as {@code ce_type}
     * @throws CannotException if that makes no event that consumers can read; the message says what is wrong
     */
    ProducerRecord<byte[], byte[]> mend(DeadLetter letter, byte[] plain, Map<String, String> changed) {
        Headers headers = letter.originalHeaders();
        changed.forEach((name, value) -> replace(headers, name, value));
        WireForm<?> form = form(headers);
        List<String> flaws = Schemas.flaws(form, plain);
        if (!flaws.isEmpty()) {
            throw new CannotException(
                    "The data is not as the schema of " + form + " says:\n  " + String.join("\n  ", flaws));
        }
        replace(headers, "ce_causationid", "record/" + letter.origin());
        replace(headers, "ce_dataschema", form.dataSchema().toString());
        replace(headers, "content-type", "application/json");
        try {
            CloudEvent event = Opening.event(headers, plain);
            return letter.id().topic().equals(Topic.CLINIC_EVENTS.topicName())
                    ? ofClinic(event)
                    : ofPatient(event, plain);
        } catch (PatientErased e) {
            throw new CannotException("The patient's key was destroyed: nothing may be written about them any more.");
        } catch (IOException e) {
            throw new CannotException("That makes no event: " + e.getMessage()
                    + ". Headers can be given: --header ce_actor=therapist:name, for example.");
        }
    }

    private ProducerRecord<byte[], byte[]> ofPatient(CloudEvent event, byte[] plain) throws IOException, PatientErased {
        CloudEvent mended = codec.seal(event, plain);
        if (!(codec.decode(mended) instanceof Decoded.Event(EventEnvelope<?> read))) {
            throw new IOException("consumers could not read it either");
        }
        return record(read.type().topic().topicName(), read.subject().patient().toString(), mended);
    }

    /** Nothing is sealed there, and the causation, which only patients' events have, goes unread. */
    private static ProducerRecord<byte[], byte[]> ofClinic(CloudEvent event) throws IOException {
        String clinic = ClinicCodec.decode(event)
                .map(read -> read.clinic().value())
                .orElseThrow(() -> new IOException("attributes and data do not agree"));
        return record(
                Topic.CLINIC_EVENTS.topicName(),
                clinic,
                CloudEventBuilder.from(event).build());
    }

    private static ProducerRecord<byte[], byte[]> record(String topic, String key, CloudEvent event) {
        return KafkaMessageFactory.createWriter(topic, key.getBytes(StandardCharsets.UTF_8))
                .writeBinary(event);
    }

    private static WireForm<?> form(Headers headers) {
        Header type = headers.lastHeader(TYPE);
        Optional<WireForm<?>> form = type == null ? Optional.empty() : Schemas.form(text(type));
        return form.orElseThrow(() -> new CannotException("This version knows no event of the type "
                + (type == null ? "that is not given" : text(type)) + ": say another one by --type."));
    }

    private static String text(Header header) {
        return new String(header.value(), StandardCharsets.UTF_8);
    }

    private static void replace(Headers headers, String name, String value) {
        headers.remove(name);
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
