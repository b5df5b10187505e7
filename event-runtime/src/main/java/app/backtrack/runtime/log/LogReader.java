package app.backtrack.runtime.log;

import app.backtrack.events.ClinicCodec;
import app.backtrack.events.ClinicEnvelope;
import app.backtrack.events.EventCodec;
import app.backtrack.events.EventCodec.Decoded;
import app.backtrack.events.EventCodec.Flaw;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.message.Encoding;
import io.cloudevents.core.message.MessageReader;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads the event out of a Kafka record; only CloudEvents' binary mode is ours. */
final class LogReader {
    private final EventCodec codec;

    LogReader(EventCodec codec) {
        this.codec = codec;
    }

    /** Reads an event of a patient. */
    Decoded read(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null) {
            return new Decoded.Unreadable(Flaw.NO_DATA);
        }
        return toEvent(record).map(codec::decode).orElseGet(() -> new Decoded.Unreadable(Flaw.NOT_A_CLOUDEVENT));
    }

    /** Reads an event of a clinic; empty if the record is none. */
    static Optional<ClinicEnvelope> readClinic(ConsumerRecord<byte[], byte[]> record) {
        return record.value() == null ? Optional.empty() : toEvent(record).flatMap(ClinicCodec::decode);
    }

    private static Optional<CloudEvent> toEvent(ConsumerRecord<byte[], byte[]> record) {
        try {
            MessageReader message = KafkaMessageFactory.createReader(record);
            return message.getEncoding() == Encoding.BINARY ? Optional.of(message.toEvent()) : Optional.empty();
        } catch (RuntimeException e) {
            // Headers are anybody's bytes, and the SDK meets some of them with exceptions of many kinds.
            return Optional.empty();
        }
    }
}
