package app.backtrack.runtime.log;

import app.backtrack.events.Topic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/** Creates the topics that are missing and refuses to work on one whose settings would lose or misplace events. */
final class TopicSetup {
    private static final Map<String, String> SETTINGS = Map.of(
            "retention.ms", "-1",
            "retention.bytes", "-1",
            "cleanup.policy", "delete",
            "message.timestamp.type", "LogAppendTime");
    private static final String MAX_BYTES = "max.message.bytes";
    private static final int LOOKS = 20;
    private static final long BETWEEN_LOOKS_MILLIS = 100;

    private final LogConfig config;

    TopicSetup(LogConfig config) {
        this.config = config;
    }

    /**
     * Makes sure of topics and their dead letters.
     *
     * @throws LogUnavailable if the broker does not answer
     * @throws TopicMismatch if a topic has other settings; the message names them and the way out
     */
    void ensure(Set<Topic> topics) {
        try (Admin admin = Admin.create(KafkaSettings.admin(config))) {
            create(admin, topics);
            check(admin, topics);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LogUnavailable("interrupted while topics were set up", e);
        } catch (ExecutionException | KafkaException e) {
            throw new LogUnavailable("topics could not be set up", e);
        }
    }

    private void create(Admin admin, Set<Topic> topics) throws ExecutionException, InterruptedException {
        Set<String> existing = admin.listTopics().names().get();
        List<NewTopic> missing = new ArrayList<>();
        for (Topic topic : topics) {
            missing.add(newTopic(topic.topicName(), KafkaSettings.MAX_RECORD_BYTES));
            missing.add(newTopic(
                    topic.deadLetterName(), KafkaSettings.MAX_RECORD_BYTES + KafkaSettings.DEAD_LETTER_EXTRA_BYTES));
        }
        missing.add(new NewTopic(ClockChecks.TOPIC, 1, config.replicationFactor())
                .configs(Map.of("retention.ms", "3600000", "message.timestamp.type", "LogAppendTime")));
        missing.removeIf(topic -> existing.contains(topic.name()));
        for (KafkaFuture<Void> created : admin.createTopics(missing).values().values()) {
            try {
                created.get();
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw e;
                }
            }
        }
    }

    private NewTopic newTopic(String name, int maxBytes) {
        Map<String, String> settings = new HashMap<>(SETTINGS);
        settings.put(MAX_BYTES, String.valueOf(maxBytes));
        return new NewTopic(name, config.partitions(), config.replicationFactor()).configs(settings);
    }

    private void check(Admin admin, Set<Topic> topics) throws ExecutionException, InterruptedException {
        List<String> names = new ArrayList<>();
        topics.forEach(topic -> names.addAll(List.of(topic.topicName(), topic.deadLetterName())));
        Map<String, TopicDescription> descriptions = describe(admin, names);
        Map<String, Config> settings = settings(admin, names);
        for (String name : names) {
            TopicDescription description = descriptions.get(name);
            int partitions = description == null ? 0 : description.partitions().size();
            require(name, "partitions", String.valueOf(config.partitions()), String.valueOf(partitions));
            SETTINGS.forEach((key, wanted) -> require(name, key, wanted, value(settings.get(name), key)));
        }
        for (Topic topic : topics) {
            long largest = Long.parseLong(String.valueOf(value(settings.get(topic.topicName()), MAX_BYTES)));
            long room = Long.parseLong(String.valueOf(value(settings.get(topic.deadLetterName()), MAX_BYTES)));
            long needed = largest + KafkaSettings.DEAD_LETTER_EXTRA_BYTES;
            if (room < needed) {
                throw new TopicMismatch(topic.deadLetterName(), MAX_BYTES, "at least " + needed, String.valueOf(room));
            }
        }
    }

    /** A broker may hear of a topic that was just created a moment later than the one that answered. */
    private static Map<String, TopicDescription> describe(Admin admin, Collection<String> names)
            throws ExecutionException, InterruptedException {
        for (int look = 1; ; look++) {
            try {
                return admin.describeTopics(names).allTopicNames().get();
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException) || look == LOOKS) {
                    throw e;
                }
                TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS_MILLIS);
            }
        }
    }

    private static Map<String, Config> settings(Admin admin, Collection<String> names)
            throws ExecutionException, InterruptedException {
        Map<String, Config> settings = new HashMap<>();
        admin.describeConfigs(names.stream()
                        .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                        .toList())
                .all()
                .get()
                .forEach((resource, config) -> settings.put(resource.name(), config));
        return settings;
    }

    private static @Nullable String value(@Nullable Config settings, String key) {
        return settings == null || settings.get(key) == null
                ? null
                : settings.get(key).value();
    }

    private static void require(String topic, String key, String wanted, @Nullable String actual) {
        if (!wanted.equals(actual)) {
            throw new TopicMismatch(topic, key, wanted, String.valueOf(actual));
        }
    }
}
