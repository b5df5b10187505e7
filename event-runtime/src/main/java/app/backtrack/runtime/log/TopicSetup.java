package app.backtrack.runtime.log;

import app.backtrack.events.Topic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates the topics that are missing and refuses to work on one whose settings would lose or misplace events. */
final class TopicSetup {
    private static final Map<String, String> SETTINGS = Map.of(
            "retention.ms", "-1",
            "retention.bytes", "-1",
            "cleanup.policy", "delete",
            "message.timestamp.type", "LogAppendTime");

    private final LogConfig config;

    TopicSetup(LogConfig config) {
        this.config = config;
    }

    /**
     * Makes sure of topics and their dead letters.
     *
     * @throws LogUnavailable if the broker does not answer
     * @throws IllegalStateException if a topic has other settings; the message names them and the way out
     */
    void ensure(Set<Topic> topics) {
        try (Admin admin = Admin.create(KafkaSettings.admin(config))) {
            create(admin, topics);
            check(admin, topics);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LogUnavailable("interrupted while topics were set up", e);
        } catch (ExecutionException e) {
            throw new LogUnavailable("topics could not be set up", e);
        }
    }

    private void create(Admin admin, Set<Topic> topics) throws ExecutionException, InterruptedException {
        Set<String> existing = admin.listTopics().names().get();
        List<NewTopic> missing = new ArrayList<>();
        for (Topic topic : topics) {
            missing.add(newTopic(topic.topicName(), KafkaSettings.MAX_RECORD_BYTES));
            missing.add(newTopic(topic.deadLetterName(), KafkaSettings.MAX_DEAD_LETTER_BYTES));
        }
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
        settings.put("max.message.bytes", String.valueOf(maxBytes));
        return new NewTopic(name, config.partitions(), config.replicationFactor()).configs(settings);
    }

    private void check(Admin admin, Set<Topic> topics) throws ExecutionException, InterruptedException {
        Collection<String> names = topics.stream().map(Topic::topicName).toList();
        Map<String, TopicDescription> descriptions =
                admin.describeTopics(names).allTopicNames().get();
        Map<ConfigResource, Config> settings = admin.describeConfigs(names.stream()
                        .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                        .toList())
                .all()
                .get();
        descriptions.forEach((name, description) -> require(
                name,
                "partitions",
                String.valueOf(config.partitions()),
                String.valueOf(description.partitions().size())));
        settings.forEach((resource, actual) -> SETTINGS.forEach((key, wanted) ->
                require(resource.name(), key, wanted, actual.get(key).value())));
    }

    private static void require(String topic, String key, String wanted, String actual) {
        if (!wanted.equals(actual)) {
            throw new IllegalStateException(
                    "topic " + topic + " has " + key + "=" + actual + " where Backtrack needs " + wanted
                            + "; change the topic (for partitions: backtrack.log.partitions) and it goes on by itself");
        }
    }
}
