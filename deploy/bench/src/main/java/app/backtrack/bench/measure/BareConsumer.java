package app.backtrack.bench.measure;

import app.backtrack.events.EventCodec;
import app.backtrack.events.EventCodec.Decoded;
import app.backtrack.local.LocalSystem;
import app.backtrack.runtime.sealing.PatientKeys;
import app.backtrack.runtime.sealing.TinkSealing;
import app.backtrack.tools.place.Installation;
import app.backtrack.tools.place.Log;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** Reads the scores of a log, opens and decodes them, and does nothing with them. */
final class BareConsumer {
    private static final String TOPIC = "pain-events";

    private BareConsumer() {}

    static double eventsPerSecond(LocalSystem system) {
        Installation installation = Installation.given(system.tool(List.of()).environment());
        Log log = new Log(installation.log());
        Map<TopicPartition, Long> ends = log.ends(log.partitions(List.of(TOPIC)));
        try (PatientKeys keys = PatientKeys.open(installation.keys())) {
            EventCodec codec = new EventCodec(new TinkSealing(keys.store()));
            long[] events = new long[1];
            long begin = System.nanoTime();
            log.read(ends, record -> {
                if (codec.decode(KafkaMessageFactory.createReader(record).toEvent()) instanceof Decoded.Event) {
                    events[0]++;
                }
            });
            return events[0] / ((System.nanoTime() - begin) / 1e9);
        }
    }
}
