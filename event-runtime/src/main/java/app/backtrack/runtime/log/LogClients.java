package app.backtrack.runtime.log;

import app.backtrack.events.ClinicEnvelope;
import app.backtrack.events.EventCodec;
import app.backtrack.events.EventCodec.Decoded;
import app.backtrack.events.EventEnvelope;
import app.backtrack.events.Topic;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Starts a service's readers of the log, watches them, and ends them in order when the service stops. */
@Singleton
public class LogClients {
    private final LogConfig config;
    private final EventCodec codec;
    private final MeterRegistry meters;
    private final TopicSetup topicSetup;
    private final List<RecordLoop> loops = new CopyOnWriteArrayList<>();
    private final List<LogFollower> followers = new CopyOnWriteArrayList<>();

    LogClients(LogConfig config, EventCodec codec, MeterRegistry meters) {
        this.config = config;
        this.codec = codec;
        this.meters = meters;
        this.topicSetup = new TopicSetup(config);
    }

    /**
     * Starts handling the events of topics, as a member of a consumer group.
     *
     * @param group the group's name, the same in every process of the service
     * @throws IllegalStateException if this process has a loop in that group: two members cannot share its instance id
     */
    public RecordLoop startLoop(String group, Set<Topic> topics, BatchHandler handler) {
        if (loops.stream().anyMatch(loop -> loop.group().equals(group))) {
            throw new IllegalStateException("this process has a loop in the group " + group);
        }
        return launch(group, topics, new BatchRunner(new LogReader(codec), handler, config.attempts(), meters));
    }

    /**
     * Starts handling the records of topics as their bytes are, as a member of a consumer group. No record goes to the
     * dead letters: whatever it is, it is a record.
     *
     * @param group the group's name, the same in every process of the service
     * @throws IllegalStateException if this process has a loop in that group
     */
    public RecordLoop startRawLoop(String group, Set<Topic> topics, RawHandler handler) {
        if (loops.stream().anyMatch(loop -> loop.group().equals(group))) {
            throw new IllegalStateException("this process has a loop in the group " + group);
        }
        return launch(group, topics, (batch, behind) -> {
            handler.handle(batch.stream().map(RawRecord::of).toList());
            return List.of();
        });
    }

    private RecordLoop launch(String group, Set<Topic> topics, BatchWork runner) {
        RecordLoop loop = new RecordLoop(config, group, topics, topicSetup, runner);
        if (config.reading() && config.handling()) {
            loops.add(loop);
            loop.start();
        }
        return loop;
    }

    /** Starts following a topic of patients from its beginning; the listener is called by one thread. */
    public LogFollower follow(Topic topic, Consumer<EventEnvelope<?>> listener) {
        LogReader reader = new LogReader(codec);
        return startFollower(topic, record -> {
            if (reader.read(record) instanceof Decoded.Event event) {
                listener.accept(event.envelope());
            }
        });
    }

    /**
     * Starts following what clinics decided about themselves, from the beginning; the listener is called by one thread.
     */
    public LogFollower followClinics(Consumer<ClinicEnvelope> listener) {
        return startFollower(
                Topic.CLINIC_EVENTS, record -> LogReader.readClinic(record).ifPresent(listener));
    }

    /**
     * Opens topics for reading them again from their beginning, beside the readers of the service; the caller closes
     * it.
     *
     * @param group whose commits can be asked for; nothing is committed in its name
     * @throws LogUnavailable if the broker does not answer
     */
    public LogReplay replay(Set<Topic> topics, String group) {
        topicSetup.ensure(topics);
        return LogReplay.open(config, new LogReader(codec), topics, group);
    }

    private LogFollower startFollower(Topic topic, Consumer<ConsumerRecord<byte[], byte[]>> listener) {
        LogFollower follower = new LogFollower(config, topic, topicSetup, listener);
        if (config.reading()) {
            followers.add(follower);
            follower.start();
        }
        return follower;
    }

    /**
     * Creates every topic that is missing, for a service that only writes.
     *
     * @throws LogUnavailable if the broker does not answer
     * @throws TopicMismatch if a topic has settings that would lose or misplace events
     */
    public void ensureTopics() {
        topicSetup.ensure(EnumSet.allOf(Topic.class));
    }

    /** Why readers stand still, one phrase each; empty when all is well. */
    public List<String> troubles() {
        List<String> troubles = new ArrayList<>();
        loops.forEach(loop -> loop.trouble().ifPresent(trouble -> troubles.add(loop.group() + ": " + trouble)));
        followers.forEach(follower -> follower.trouble()
                .ifPresent(trouble -> troubles.add(follower.topic().topicName() + ": " + trouble)));
        return troubles;
    }

    /** Before beans are destroyed: what a handler has under way needs the publisher and the store to the end. */
    void stop(@Observes ShutdownEvent shutdown) {
        close();
    }

    @PreDestroy
    void close() {
        loops.forEach(RecordLoop::stop);
        loops.forEach(RecordLoop::close);
        followers.forEach(LogFollower::close);
    }
}
