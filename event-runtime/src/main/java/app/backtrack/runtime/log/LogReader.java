package app.backtrack.runtime.log;

import app.backtrack.events.EventCodec;
import app.backtrack.events.EventCodec.Decoded;
import app.backtrack.events.EventCodec.Flaw;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.message.Encoding;
import io.cloudevents.core.message.MessageReader;
import io.cloudevents.kafka.KafkaMessageFactory;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads the event out of a Kafka record; only CloudEvents' binary mode is ours. */
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
            MessageReader message = KafkaMessageFactory.createReader(record);
            if (message.getEncoding() != Encoding.BINARY) {
                return new Decoded.Unreadable(Flaw.NOT_A_CLOUDEVENT);
            }
            event = message.toEvent();
        } catch (RuntimeException e) {
            // Headers are anybody's bytes, and the SDK meets some of them with exceptions of many kinds.
            return new Decoded.Unreadable(Flaw.NOT_A_CLOUDEVENT);
        }
        return codec.decode(event);
    }
}
