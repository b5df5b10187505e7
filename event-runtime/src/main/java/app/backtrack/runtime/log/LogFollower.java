package app.backtrack.runtime.log;

import app.backtrack.events.EventCodec.Decoded;
import app.backtrack.events.EventEnvelope;
import app.backtrack.events.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Reads every partition of a topic from the beginning and goes on, without a group: for knowledge that each process
 * keeps in memory. After an outage it begins again, so a listener must take the same event twice. What it cannot read
 * it passes over; the group that owns the topic keeps the dead letters.
 */
public final class LogFollower implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(LogFollower.class);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration CLOSE = Duration.ofSeconds(5);

    private final LogConfig config;
    private final Topic topic;
    private final TopicSetup topicSetup;
    private final LogReader reader;
    private final Consumer<EventEnvelope<?>> listener;
    private final Thread thread;
    private final Queue<CompletableFuture<Boolean>> asked = new ConcurrentLinkedQueue<>();
    private final List<Waiting> waiting = new ArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile boolean caughtUpOnce;

    LogFollower(
            LogConfig config,
            Topic topic,
            TopicSetup topicSetup,
            LogReader reader,
            Consumer<EventEnvelope<?>> listener) {
        this.config = config;
        this.topic = topic;
        this.topicSetup = topicSetup;
        this.reader = reader;
        this.listener = listener;
        this.thread =
                Thread.ofPlatform().name("follow-" + topic.topicName()).daemon().unstarted(this::run);
    }

    private record Waiting(Map<TopicPartition, Long> ends, CompletableFuture<Boolean> answer) {}

    void start() {
        asked.add(new CompletableFuture<Boolean>()
                .whenComplete((done, failure) -> caughtUpOnce |= Boolean.TRUE.equals(done)));
        thread.start();
    }

    /** Which topic is followed. */
    public Topic topic() {
        return topic;
    }

    /** Whether the topic was read up to its end as it was at the start. */
    public boolean caughtUpOnce() {
        return caughtUpOnce;
    }

    /**
     * Waits until the topic's end, as it is at this call, was read.
     *
     * @return true once it was; false when the time is up or the log is away
     */
    public CompletableFuture<Boolean> caughtUp(Duration patience) {
        CompletableFuture<Boolean> answer = new CompletableFuture<>();
        asked.add(answer);
        return answer.completeOnTimeout(false, patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void run() {
        while (isOpen()) {
            try (KafkaConsumer<byte[], byte[]> consumer = open()) {
                while (isOpen()) {
                    consumer.poll(POLL).forEach(record -> {
                        if (reader.read(record) instanceof Decoded.Event event) {
                            listener.accept(event.envelope());
                        }
                    });
                    answer(consumer);
                }
            } catch (KafkaException | LogUnavailable e) {
                LOG.warnf("Follower starts again, topic=%s, cause=%s", topic.topicName(), e.toString());
                rest();
            } catch (RuntimeException e) {
                LOG.errorf(e, "Follower starts again after a failure, topic=%s", topic.topicName());
                rest();
            }
        }
    }

    private KafkaConsumer<byte[], byte[]> open() {
        topicSetup.ensure(Set.of(topic));
        KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(KafkaSettings.follower(config));
        Collection<TopicPartition> partitions = consumer.partitionsFor(topic.topicName()).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return consumer;
    }

    private void answer(KafkaConsumer<byte[], byte[]> consumer) {
        if (!asked.isEmpty()) {
            List<CompletableFuture<Boolean>> now = new ArrayList<>();
            for (CompletableFuture<Boolean> next = asked.poll(); next != null; next = asked.poll()) {
                now.add(next);
            }
            Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
            now.forEach(answer -> waiting.add(new Waiting(ends, answer)));
        }
        waiting.removeIf(one -> {
            boolean reached =
                    one.ends().entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
            return one.answer().isDone() || (reached && one.answer().complete(true));
        });
    }

    private boolean isOpen() {
        return closing.getCount() > 0;
    }

    private void rest() {
        try {
            if (closing.await(config.retryPause().toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debugf("Follower closes while it rests, topic=%s", topic.topicName());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closing.countDown();
        }
    }

    /** Ends reading. */
    @Override
    public void close() {
        closing.countDown();
        try {
            if (!thread.join(CLOSE)) {
                LOG.warnf("Follower did not end in time, topic=%s", topic.topicName());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
