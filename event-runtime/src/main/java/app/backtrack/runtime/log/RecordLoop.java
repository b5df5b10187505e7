package app.backtrack.runtime.log;

import app.backtrack.events.Topic;
import app.backtrack.runtime.fault.CrashPoint;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.apache.kafka.common.errors.RetriableException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Takes batches off the log, has them handled, and only then commits their offsets.
 *
 * <ul>
 *   <li>What cannot be read or is parked goes to the dead letters, and the partition goes on.
 *   <li>In an outage the partitions pause, the group membership is kept, and the batch is tried again until it goes
 *       through.
 *   <li>A partition that is taken away takes its records along: nothing of it is committed here.
 * </ul>
 */
public final class RecordLoop implements AutoCloseable, ConsumerRebalanceListener {
    private static final Logger LOG = Logger.getLogger(RecordLoop.class);
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration COMMIT = Duration.ofSeconds(5);
    private static final Duration LEAVE = Duration.ofSeconds(3);
    private static final Duration CLOSE = Duration.ofSeconds(10);

    private final LogConfig config;
    private final String group;
    private final Set<Topic> topics;
    private final TopicSetup topicSetup;
    private final BatchWork runner;
    private final Thread thread;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Set<TopicPartition> lost = new HashSet<>();

    private @Nullable KafkaConsumer<byte[], byte[]> consumer;
    private boolean paused;
    private volatile Instant lastProgress = Instant.now();
    private volatile @Nullable String trouble = "not started yet";

    RecordLoop(LogConfig config, String group, Set<Topic> topics, TopicSetup topicSetup, BatchWork runner) {
        this.config = config;
        this.group = group;
        this.topics = Set.copyOf(topics);
        this.topicSetup = topicSetup;
        this.runner = runner;
        this.thread = Thread.ofPlatform().name(group).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /** The consumer group's name. */
    public String group() {
        return group;
    }

    /** Why nothing is handled now, in words for an operator; empty when all is well. */
    public Optional<String> trouble() {
        String now = trouble;
        if (now == null && Duration.between(lastProgress, Instant.now()).compareTo(config.watchdog()) > 0) {
            return Optional.of("a batch has been under way since " + lastProgress);
        }
        return Optional.ofNullable(now);
    }

    private void run() {
        while (isOpen()) {
            try {
                topicSetup.ensure(topics);
                consume();
            } catch (FencedInstanceIdException e) {
                say("another process has this instance id (backtrack.log.instance-id): this one ended for good");
                return;
            } catch (TopicMismatch e) {
                say(String.valueOf(e.getMessage()));
                rest();
            } catch (KafkaException | LogUnavailable e) {
                say("the log is away: " + e.getClass().getSimpleName());
                rest();
            } catch (Throwable e) {
                LOG.errorf(TraceOnly.of(e), "Record loop starts again after a bug, group=%s", group);
                trouble = "a bug: " + e.getClass().getSimpleName();
                rest();
            }
        }
    }

    /** Once in the log, however often it is met; in readiness as long as it lasts. */
    private void say(String what) {
        if (!what.equals(trouble)) {
            LOG.warnf("Record loop stands still, group=%s, cause=%s", group, what);
        }
        trouble = what;
    }

    private void consume() {
        KafkaConsumer<byte[], byte[]> opened = new KafkaConsumer<>(KafkaSettings.groupConsumer(config, group));
        try (DeadLetters deadLetters = new DeadLetters(config, group)) {
            consumer = opened;
            paused = false;
            Heartbeat heartbeat = Heartbeat.of(opened);
            opened.subscribe(topics.stream().map(Topic::topicName).toList(), this);
            while (isOpen()) {
                List<ConsumerRecord<byte[], byte[]>> batch = poll(opened, POLL);
                Optional<String> silence = heartbeat.silence();
                silence.ifPresent(this::say);
                if (silence.isEmpty()) {
                    trouble = null;
                }
                if (!batch.isEmpty()) {
                    handle(opened, deadLetters, batch);
                }
            }
        } finally {
            consumer = null;
            opened.close(leaving());
        }
    }

    /**
     * A static member that only closes keeps its partitions until its session is over. One that is stopped gives them
     * up at once; one that starts again wants them back.
     */
    private CloseOptions leaving() {
        return CloseOptions.timeout(LEAVE)
                .withGroupMembershipOperation(
                        isOpen()
                                ? CloseOptions.GroupMembershipOperation.DEFAULT
                                : CloseOptions.GroupMembershipOperation.LEAVE_GROUP);
    }

    private List<ConsumerRecord<byte[], byte[]>> poll(KafkaConsumer<byte[], byte[]> from, Duration wait) {
        lastProgress = Instant.now();
        List<ConsumerRecord<byte[], byte[]>> batch = new ArrayList<>();
        from.poll(wait).forEach(batch::add);
        return batch;
    }

    private void handle(
            KafkaConsumer<byte[], byte[]> from, DeadLetters deadLetters, List<ConsumerRecord<byte[], byte[]>> batch) {
        boolean behind = isBehind(from);
        while (isOpen() && !batch.isEmpty()) {
            try {
                CrashPoint.BATCH_READ.reached();
                runner.run(batch, behind).forEach(parked -> deadLetters.keep(parked.record(), parked.reason()));
                CrashPoint.BATCH_HANDLED.reached();
                commit(from, batch);
                CrashPoint.OFFSETS_COMMITTED.reached();
                break;
            } catch (RuntimeException e) {
                if (!Outages.isOutage(e)) {
                    throw e;
                }
                say("a batch waits out an outage: " + e.getClass().getSimpleName());
                pause(from);
                awaitNextTry(from, batch);
            }
        }
        resume(from);
    }

    /** As far as the last replies of the brokers told; asks nobody. */
    private static boolean isBehind(KafkaConsumer<byte[], byte[]> from) {
        return from.assignment().stream()
                .anyMatch(partition -> from.currentLag(partition).orElse(0) > 0);
    }

    /** Polls although nothing is wanted: a member that does not is taken for dead. */
    private void awaitNextTry(KafkaConsumer<byte[], byte[]> from, List<ConsumerRecord<byte[], byte[]>> batch) {
        lost.clear();
        List<ConsumerRecord<byte[], byte[]>> unexpected = poll(from, config.retryPause());
        batch.removeIf(record -> lost.contains(partition(record)));
        // Nothing comes from paused partitions. Should something, it was fetched after the loss, and dropping it would
        // skip it.
        batch.addAll(unexpected);
    }

    private void commit(KafkaConsumer<byte[], byte[]> from, List<ConsumerRecord<byte[], byte[]>> batch) {
        Map<TopicPartition, OffsetAndMetadata> next = new HashMap<>();
        batch.forEach(record -> next.merge(
                partition(record),
                new OffsetAndMetadata(record.offset() + 1),
                (one, other) -> one.offset() > other.offset() ? one : other));
        try {
            from.commitSync(next, COMMIT);
        } catch (CommitFailedException | RetriableException e) {
            // The partitions moved on, and their next owner gets the batch again, which changes nothing. Or the broker
            // is away: then the next batch's commit covers this one, or after a restart it comes again.
            LOG.infof(
                    "Offsets not committed, group=%s, cause=%s",
                    group, e.getClass().getSimpleName());
        }
    }

    private void pause(KafkaConsumer<byte[], byte[]> from) {
        paused = true;
        from.pause(from.assignment());
    }

    private void resume(KafkaConsumer<byte[], byte[]> from) {
        if (paused) {
            paused = false;
            from.resume(from.assignment());
        }
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        KafkaConsumer<byte[], byte[]> current = consumer;
        if (paused && current != null) {
            current.pause(partitions);
        }
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        lost.addAll(partitions);
    }

    private static TopicPartition partition(ConsumerRecord<byte[], byte[]> record) {
        return new TopicPartition(record.topic(), record.partition());
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

    /** Lets the batch under way finish and be committed, without waiting for it. */
    void stop() {
        closing.countDown();
    }

    /** Lets the batch under way finish, commits it, leaves the group and ends. */
    @Override
    public void close() {
        stop();
        try {
            if (!thread.join(CLOSE)) {
                LOG.warnf("Record loop did not end in time, group=%s", group);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
