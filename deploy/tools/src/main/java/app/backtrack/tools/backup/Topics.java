package app.backtrack.tools.backup;

import app.backtrack.events.Topic;
import app.backtrack.tools.backup.Manifest.FileForm;
import app.backtrack.tools.backup.Manifest.TopicForm;
import app.backtrack.tools.place.CannotException;
import app.backtrack.tools.place.Log;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;

/** Takes our topics out of a log, record by record, each partition in its order. */
final class Topics {
    /** A dynamic setting of the topic itself, as against one of the brokers'. */
    private static final ConfigEntry.ConfigSource OWN = ConfigEntry.ConfigSource.DYNAMIC_TOPIC_CONFIG;

    private final Log log;

    Topics(Log log) {
        this.log = log;
    }

    /** Those of our topics that are there. */
    Set<String> present() {
        Set<String> ours = new TreeSet<>(names());
        ours.retainAll(log.topics());
        return ours;
    }

    /** All that can be there: events, dead letters, and what was done about those. */
    static List<String> names() {
        return Stream.concat(
                        Arrays.stream(Topic.values())
                                .flatMap(topic -> Stream.of(topic.topicName(), topic.deadLetterName())),
                        Stream.of("dead-letters.handled"))
                .toList();
    }

    /** Where topics end now. */
    Map<TopicPartition, Long> ends(Collection<String> topics) {
        return topics.isEmpty() ? Map.of() : log.ends(log.partitions(topics));
    }

    Map<String, TopicForm> forms(Collection<String> topics) {
        Map<String, TopicForm> forms = new TreeMap<>();
        Map<String, Integer> partitions = new HashMap<>();
        log.partitions(topics).forEach(partition -> partitions.merge(partition.topic(), 1, Integer::sum));
        try (Admin admin = log.admin()) {
            List<ConfigResource> resources = topics.stream()
                    .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic))
                    .toList();
            Log.answer(admin.describeConfigs(resources).all()).forEach((resource, config) -> {
                Map<String, String> settings = new TreeMap<>();
                config.entries().stream()
                        .filter(entry -> entry.source() == OWN)
                        .forEach(entry -> settings.put(entry.name(), entry.value()));
                forms.put(resource.name(), new TopicForm(partitions.getOrDefault(resource.name(), 0), settings));
            });
        }
        return forms;
    }

    /**
     * Writes every partition up to its end into a file of its own.
     *
     * @param done is told how many records are written
     */
    Map<String, FileForm> dump(Path folder, Map<TopicPartition, Long> ends, LongConsumer done) throws IOException {
        Map<String, FileForm> forms = new TreeMap<>();
        long[] written = new long[1];
        Map<String, Map<TopicPartition, Long>> byTopic = new TreeMap<>();
        ends.forEach((partition, end) -> byTopic.computeIfAbsent(partition.topic(), topic -> new HashMap<>())
                .put(partition, end));
        for (Map<TopicPartition, Long> topic : byTopic.values()) {
            Map<TopicPartition, LineFile> files = new HashMap<>();
            try {
                for (TopicPartition partition : topic.keySet()) {
                    files.put(partition, new LineFile(folder.resolve(file(partition))));
                }
                log.read(topic, record -> {
                    LineFile file = files.get(new TopicPartition(record.topic(), record.partition()));
                    Objects.requireNonNull(file, "only these partitions are read")
                            .add(RecordLine.of(record));
                    done.accept(++written[0]);
                });
                for (Map.Entry<TopicPartition, LineFile> file : files.entrySet()) {
                    forms.put(file(file.getKey()), file.getValue().end());
                }
            } finally {
                for (LineFile file : files.values()) {
                    file.close();
                }
            }
        }
        return forms;
    }

    static String file(TopicPartition partition) {
        return "topics/" + partition.topic() + "/" + partition.partition() + ".ndjson.gz";
    }

    /** Fails where a service still reads: what it writes meanwhile would be mixed with what is restored. */
    void requireNoReaders() {
        try (Admin admin = log.admin()) {
            List<String> groups = Log.answer(admin.listGroups(ListGroupsOptions.forConsumerGroups())
                            .all())
                    .stream()
                    .map(group -> group.groupId())
                    .toList();
            Log.answer(admin.describeConsumerGroups(groups).all()).forEach((name, group) -> {
                boolean reads = group.members().stream()
                        .flatMap(member -> member.assignment().topicPartitions().stream())
                        .anyMatch(partition -> names().contains(partition.topic()));
                if (reads) {
                    throw new CannotException("The group " + name + " is reading. Stop the services first.");
                }
            });
        }
    }
}
