package app.backtrack.tools.backup;

import app.backtrack.tools.backup.Manifest.TopicForm;
import app.backtrack.tools.place.CannotException;
import app.backtrack.tools.place.Log;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;

/**
 * Puts topics into a log that has none of them, or has them empty. While that goes on they take the records' own times;
 * afterwards they are set as they were.
 */
final class TopicRestore {
    private static final String TIMESTAMP_TYPE = "message.timestamp.type";
    private static final int AT_ONCE = 1_000;

    private final Log log;
    private final Topics topics;
    private long written;

    TopicRestore(Log log) {
        this.log = log;
        this.topics = new Topics(log);
    }

    /** Fails where the log holds records of ours. */
    void requireEmpty() {
        topics.ends(topics.present()).forEach((partition, end) -> {
            if (end > 0) {
                throw new CannotException("The log is not empty: " + partition.topic()
                        + " has records. A restore needs an empty installation.");
            }
        });
    }

    /** Makes the topics, and puts every record back in its partition's order. */
    void run(Path folder, Manifest manifest, LongConsumer done) throws IOException {
        make(manifest.topics());
        try (KafkaProducer<byte[], byte[]> producer = log.producer()) {
            for (Map.Entry<String, TopicForm> topic : manifest.topics().entrySet()) {
                for (int partition = 0; partition < topic.getValue().partitions(); partition++) {
                    put(producer, folder, new TopicPartition(topic.getKey(), partition), done);
                }
            }
        }
        manifest.topics()
                .forEach((name, form) -> set(name, form.settings().getOrDefault(TIMESTAMP_TYPE, "CreateTime")));
        requireComplete(manifest);
    }

    private void make(Map<String, TopicForm> forms) {
        List<NewTopic> missing = new ArrayList<>();
        Map<String, Integer> there = new HashMap<>();
        log.partitions(topics.present()).forEach(partition -> there.merge(partition.topic(), 1, Integer::sum));
        forms.forEach((name, form) -> {
            if (!there.containsKey(name)) {
                missing.add(new NewTopic(name, form.partitions(), log.replicationFactor()).configs(form.settings()));
            } else if (there.getOrDefault(name, 0) != form.partitions()) {
                throw new CannotException(name + " has " + there.get(name) + " partitions and the backup "
                        + form.partitions() + ": delete the empty topic first.");
            }
        });
        try (Admin admin = log.admin()) {
            Log.answer(admin.createTopics(missing).all());
        }
        forms.keySet().forEach(name -> set(name, "CreateTime"));
    }

    private void set(String topic, String timestampType) {
        try (Admin admin = log.admin()) {
            ConfigEntry entry = new ConfigEntry(TIMESTAMP_TYPE, timestampType);
            Log.answer(admin.incrementalAlterConfigs(Map.of(
                            new ConfigResource(ConfigResource.Type.TOPIC, topic),
                            List.of(new AlterConfigOp(entry, AlterConfigOp.OpType.SET))))
                    .all());
        }
    }

    private void put(KafkaProducer<byte[], byte[]> producer, Path folder, TopicPartition partition, LongConsumer done)
            throws IOException {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        LineFile.read(folder.resolve(Topics.file(partition)), line -> {
            sent.add(producer.send(record(line, partition)));
            done.accept(++written);
            if (sent.size() == AT_ONCE) {
                await(sent);
            }
        });
        await(sent);
    }

    private static ProducerRecord<byte[], byte[]> record(String line, TopicPartition partition) {
        try {
            return RecordLine.record(line, partition.topic(), partition.partition());
        } catch (IOException e) {
            throw new UncheckedIOException("a line of the backup is no record", e);
        }
    }

    private static void await(List<Future<RecordMetadata>> sent) {
        try {
            for (Future<RecordMetadata> one : sent) {
                one.get();
            }
            sent.clear();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotException("Interrupted. Empty the installation and restore again.");
        } catch (ExecutionException e) {
            throw new CannotException(
                    "The log does not take a record: " + e.getCause() + ". Empty the installation and restore again.");
        }
    }

    private void requireComplete(Manifest manifest) {
        topics.ends(manifest.topics().keySet()).forEach((partition, end) -> {
            Manifest.FileForm file = manifest.files().get(Topics.file(partition));
            if (file == null || file.lines() != end) {
                throw new CannotException(partition + " has " + end + " records, but the backup "
                        + (file == null ? "none" : file.lines()) + ": empty the installation and restore again.");
            }
        });
    }
}
