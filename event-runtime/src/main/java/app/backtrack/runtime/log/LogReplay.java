package app.backtrack.runtime.log;

import app.backtrack.events.EventCodec.Decoded;
import app.backtrack.events.EventEnvelope;
import app.backtrack.events.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * Reads topics from a position on, a bounded number of events at a time, for one thread. It belongs to no group and
 * commits nothing: whoever reads keeps the position. What cannot be read is passed over; the group that owns the topic
 * keeps the dead letters.
 *
 * <p>A position is a map from {@code topic/partition} to the offset of the next record.
 */
public final class LogReplay implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(250);
    private static final int RECORDS_PER_POLL = 500;

    private final LogReader reader;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private long records;

    private LogReplay(LogReader reader, KafkaConsumer<byte[], byte[]> consumer) {
        this.reader = reader;
        this.consumer = consumer;
    }

    /** Opens the partitions of topics that exist, each at its beginning; commits of {@code group} can be asked for. */
    static LogReplay open(LogConfig config, LogReader reader, Set<Topic> topics, String group) {
        Map<String, Object> settings = KafkaSettings.follower(config);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, RECORDS_PER_POLL);
        KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings);
        try {
            List<TopicPartition> partitions = topics.stream()
                    .flatMap(topic -> consumer.partitionsFor(topic.topicName()).stream())
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            return new LogReplay(reader, consumer);
        } catch (KafkaException e) {
            consumer.close();
            throw new LogUnavailable("topics could not be opened", e);
        }
    }

    /** Goes on from a position; partitions that it does not name are read from their beginning. */
    public void seek(Map<String, Long> position) {
        for (TopicPartition partition : consumer.assignment()) {
            Long offset = position.get(name(partition));
            if (offset != null) {
                consumer.seek(partition, offset);
            }
        }
    }

    /** Where reading goes on. */
    public SortedMap<String, Long> position() {
        return asked(() -> {
            SortedMap<String, Long> position = new TreeMap<>();
            consumer.assignment().forEach(partition -> position.put(name(partition), consumer.position(partition)));
            return position;
        });
    }

    /** The position behind the last record that the log has now. */
    public SortedMap<String, Long> end() {
        return asked(() -> named(consumer.endOffsets(consumer.assignment())));
    }

    /** The position up to which the group has committed; partitions without a commit are left out. */
    public SortedMap<String, Long> committed() {
        return asked(() -> {
            Map<TopicPartition, Long> offsets = new HashMap<>();
            Map<TopicPartition, OffsetAndMetadata> commits = consumer.committed(consumer.assignment());
            commits.forEach((partition, commit) -> {
                if (commit != null) {
                    offsets.put(partition, commit.offset());
                }
            });
            return named(offsets);
        });
    }

    /**
     * Reads on until there are as many events or the log has no more for now.
     *
     * @throws LogUnavailable if the log is away
     * @throws RuntimeException an outage of the key store ({@link Outages}); read again from the last position kept
     */
    public List<EventEnvelope<?>> next(int atMost) {
        return asked(() -> {
            List<EventEnvelope<?>> events = new ArrayList<>();
            boolean more = true;
            while (more && events.size() < atMost) {
                int before = events.size();
                int polled = 0;
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    polled++;
                    read(record, events);
                }
                records += polled;
                more = polled > 0 || before < events.size();
            }
            return events;
        });
    }

    /**
     * Reads on, records as they are, until there are as many or the log has no more for now; a few more may come.
     *
     * @throws LogUnavailable if the log is away
     */
    public List<RawRecord> nextRaw(int atMost) {
        return asked(() -> {
            List<RawRecord> read = new ArrayList<>();
            int before = -1;
            while (read.size() < atMost && read.size() > before) {
                before = read.size();
                consumer.poll(POLL).forEach(record -> read.add(RawRecord.of(record)));
            }
            records += read.size();
            return read;
        });
    }

    /** How many records were read so far, those that were passed over among them. */
    public long records() {
        return records;
    }

    /** Whether a position has everything that lies before a goal. */
    public static boolean reaches(Map<String, Long> position, Map<String, Long> goal) {
        return goal.entrySet().stream().allMatch(end -> position.getOrDefault(end.getKey(), 0L) >= end.getValue());
    }

    private void read(ConsumerRecord<byte[], byte[]> record, Collection<EventEnvelope<?>> events) {
        switch (reader.read(record)) {
            case Decoded.Event event -> events.add(event.envelope());
            case Decoded.Erased erased -> {}
            case Decoded.Unreadable unreadable -> {}
        }
    }

    private static SortedMap<String, Long> named(Map<TopicPartition, Long> offsets) {
        SortedMap<String, Long> named = new TreeMap<>();
        offsets.forEach((partition, offset) -> named.put(name(partition), offset));
        return named;
    }

    private static String name(TopicPartition partition) {
        return partition.topic() + "/" + partition.partition();
    }

    /** A question to the broker. */
    @FunctionalInterface
    private interface Question<T> {
        T ask();
    }

    private static <T> T asked(Question<T> question) {
        try {
            return question.ask();
        } catch (KafkaException e) {
            // A failed checksum comes in the client's most general failure; outages have classes of their own.
            if (e.getClass() == KafkaException.class) {
                throw new IllegalStateException(
                        "The log cannot be read on. Where a record is damaged, take its partition from another replica or"
                                + " a backup: "
                                + (e.getCause() == null ? e : e.getCause()).getMessage(),
                        e);
            }
            throw new LogUnavailable("the log does not answer", e);
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
