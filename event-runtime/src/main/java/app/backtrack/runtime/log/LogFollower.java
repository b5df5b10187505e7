package app.backtrack.runtime.log;

import app.backtrack.events.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads every partition of a topic from the beginning and goes on, without a group: for knowledge that each process
 * keeps in memory. It may begin again, so a listener must take the same record twice. What the listener cannot read or
 * fails on is passed over; the group that owns the topic keeps the dead letters.
 */
public final class LogFollower implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(LogFollower.class);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration ENDS = Duration.ofSeconds(2);
    private static final Duration CLOSE = Duration.ofSeconds(5);

    private final LogConfig config;
    private final Topic topic;
    private final TopicSetup topicSetup;
    private final Consumer<ConsumerRecord<byte[], byte[]>> listener;
    private final Thread thread;
    private final Queue<CompletableFuture<Boolean>> asked = new ConcurrentLinkedQueue<>();
    private final List<Waiting> waiting = new ArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile boolean caughtUpOnce;
    private volatile @Nullable String trouble;

    LogFollower(
            LogConfig config, Topic topic, TopicSetup topicSetup, Consumer<ConsumerRecord<byte[], byte[]>> listener) {
        this.config = config;
        this.topic = topic;
        this.topicSetup = topicSetup;
        this.listener = listener;
        this.thread =
                Thread.ofPlatform().name("follow-" + topic.topicName()).daemon().unstarted(this::run);
    }

    private record Waiting(Map<TopicPartition, Long> ends, CompletableFuture<Boolean> answer) {}

    void start() {
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

    /** Why it does not know all yet, or nothing new, in words for an operator; empty when all is well. */
    public Optional<String> trouble() {
        String now = trouble;
        if (now == null && !caughtUpOnce) {
            return Optional.of("not read to its end yet");
        }
        return Optional.ofNullable(now);
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
                firstGoal(consumer);
                while (isOpen()) {
                    consumer.poll(POLL).forEach(this::pass);
                    answer(consumer);
                }
            } catch (KafkaException | LogUnavailable e) {
                say("the log is away: " + e.getClass().getSimpleName());
                rest();
            } catch (TopicMismatch e) {
                say(String.valueOf(e.getMessage()));
                rest();
            } catch (Throwable e) {
                LOG.errorf(TraceOnly.of(e), "Follower starts again after a bug, topic=%s", topic.topicName());
                trouble = "a bug: " + e.getClass().getSimpleName();
                rest();
            }
            giveUpWaiting();
        }
    }

    private void say(String what) {
        if (!what.equals(trouble)) {
            LOG.warnf("Follower stands still, topic=%s, cause=%s", topic.topicName(), what);
        }
        trouble = what;
    }

    private KafkaConsumer<byte[], byte[]> open() {
        topicSetup.ensure(Set.of(topic));
        KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(KafkaSettings.follower(config));
        Collection<TopicPartition> partitions = consumer.partitionsFor(topic.topicName()).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        trouble = null;
        return consumer;
    }

    private void firstGoal(KafkaConsumer<byte[], byte[]> consumer) {
        CompletableFuture<Boolean> reached = new CompletableFuture<>();
        var unused = reached.thenAccept(yes -> caughtUpOnce |= yes);
        waiting.add(new Waiting(consumer.endOffsets(consumer.assignment()), reached));
    }

    /** Tries a record until it is read: one that waits for the key store is not one that cannot be read. */
    private void pass(ConsumerRecord<byte[], byte[]> record) {
        while (isOpen()) {
            try {
                listener.accept(record);
                trouble = null;
                return;
            } catch (RuntimeException e) {
                if (!Outages.isOutage(e)) {
                    LOG.errorf(TraceOnly.of(e), "Follower passes over a record, topic=%s", topic.topicName());
                    return;
                }
                say("waits out an outage: " + e.getClass().getSimpleName());
                rest();
            }
        }
    }

    private void answer(KafkaConsumer<byte[], byte[]> consumer) {
        if (!asked.isEmpty()) {
            List<CompletableFuture<Boolean>> now = takeAsked();
            try {
                Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment(), ENDS);
                now.forEach(answer -> waiting.add(new Waiting(ends, answer)));
            } catch (RetriableException e) {
                // The broker is away: what was read stays read, but whether that is all cannot be told.
                now.forEach(answer -> answer.complete(false));
            }
        }
        waiting.removeIf(one -> one.answer().isDone()
                || (hasRead(consumer, one.ends()) && one.answer().complete(true)));
    }

    private static boolean hasRead(KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey(), ENDS) >= end.getValue());
    }

    private List<CompletableFuture<Boolean>> takeAsked() {
        List<CompletableFuture<Boolean>> taken = new ArrayList<>();
        for (CompletableFuture<Boolean> next = asked.poll(); next != null; next = asked.poll()) {
            taken.add(next);
        }
        return taken;
    }

    private void giveUpWaiting() {
        takeAsked().forEach(answer -> answer.complete(false));
        waiting.forEach(one -> one.answer().complete(false));
        waiting.clear();
    }

    private boolean isOpen() {
        return closing.getCount() > 0;
    }

    private void rest() {
        try {
            var unused = closing.await(config.retryPause().toMillis(), TimeUnit.MILLISECONDS);
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
