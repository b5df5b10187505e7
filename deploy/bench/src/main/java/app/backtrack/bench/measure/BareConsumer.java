package app.backtrack.bench.measure;

import app.backtrack.events.EventCodec;
import app.backtrack.events.EventCodec.Decoded;
import app.backtrack.local.LocalSystem;
import app.backtrack.runtime.sealing.FileKeyStore;
import app.backtrack.runtime.sealing.KeyStore;
import app.backtrack.runtime.sealing.MasterKeyset;
import app.backtrack.runtime.sealing.TinkMasterKey;
import app.backtrack.runtime.sealing.TinkSealing;
import app.backtrack.runtime.sealing.WrappedKeyStore;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads the scores of a log, opens and decodes them, and does nothing with them. */
final class BareConsumer {
    private static final String TOPIC = "pain-events";

    private BareConsumer() {}

    private static KeyStore keys(LocalSystem system) {
        try {
            MasterKeyset masterKeys = MasterKeyset.in(system.keys().resolveSibling("master-key.json"));
            return new WrappedKeyStore(new FileKeyStore(system.keys()), new TinkMasterKey(masterKeys), false);
        } catch (IOException e) {
            throw new UncheckedIOException("the master key of the local system cannot be read", e);
        }
    }

    static double eventsPerSecond(LocalSystem system) {
        EventCodec codec = new EventCodec(new TinkSealing(keys(system)));
        Map<String, Object> settings =
                Map.of("bootstrap.servers", system.addresses().kafka());
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(TOPIC).stream()
                    .map(one -> new TopicPartition(TOPIC, one.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            long begin = System.nanoTime();
            long events = 0;
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    if (codec.decode(KafkaMessageFactory.createReader(record).toEvent()) instanceof Decoded.Event) {
                        events++;
                    }
                }
            }
            return events / ((System.nanoTime() - begin) / 1e9);
        }
    }
}
