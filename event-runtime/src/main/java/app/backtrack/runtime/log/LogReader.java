package app.backtrack.runtime.log;

import app.backtrack.events.EventCodec;
import app.backtrack.events.EventCodec.Decoded;
import app.backtrack.events.EventCodec.Flaw;
import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.cloudevents.rw.CloudEventRWException;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads the event out of a Kafka record. */
final class LogReader {
    private final EventCodec codec;

    LogReader(EventCodec codec) {
        this.codec = codec;
    }

    Decoded read(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null) {
            return new Decoded.Unreadable(Flaw.NO_DATA);
        }
        CloudEvent event;
        try {
            event = KafkaMessageFactory.createReader(record).toEvent();
        } catch (CloudEventRWException | IllegalArgumentException | IllegalStateException e) {
            return new Decoded.Unreadable(Flaw.NOT_A_CLOUDEVENT);
        }
        return codec.decode(event);
    }
}
