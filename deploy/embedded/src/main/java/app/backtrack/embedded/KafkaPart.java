package app.backtrack.embedded;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * A Kafka broker (KRaft: broker and controller in one) that keeps its log in a folder. It is a node of its own, or,
 * with {@code node.id} and {@code controller.quorum.voters} among its settings, one of several.
 */
final class KafkaPart {

    private static final String NODE_ID = "1";
    private static final String CONTROLLER = "CONTROLLER";

    private KafkaPart() {}

    /**
     * Returns when it serves; one of several does once most of them have started.
     *
     * @param cluster the id of the cluster that it belongs to from its first start on; without one it makes its own
     * @param further broker settings that win over ours
     */
    static Part start(Path data, int port, int controllerPort, Optional<String> cluster, Map<String, String> further)
            throws Exception {
        Path log = data.resolve("kafka");
        Map<String, String> settings = settings(log, port, controllerPort);
        settings.putAll(further);
        int node = Integer.parseInt(settings.getOrDefault("node.id", NODE_ID));
        formatOnce(log, node, cluster.orElseGet(() -> Uuid.randomUuid().toString()));
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings), Time.SYSTEM);
        server.startup();
        return () -> {
            server.shutdown();
            server.awaitShutdown();
        };
    }

    private static void formatOnce(Path log, int node, String cluster) throws Exception {
        if (Files.exists(log.resolve("meta.properties"))) {
            return;
        }
        Files.createDirectories(log);
        // The formatter reports to a stream of its own, and stdout is only for the line that says READY.
        try (PrintStream unread = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            new Formatter()
                    .setPrintStream(unread)
                    .setNodeId(node)
                    .setClusterId(cluster)
                    .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                    .setControllerListenerName(CONTROLLER)
                    .setMetadataLogDirectory(log.toString())
                    .addDirectory(log.toString())
                    .run();
        }
    }

    private static Map<String, String> settings(Path log, int port, int controllerPort) {
        Map<String, String> settings = new HashMap<>();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", NODE_ID);
        settings.put("controller.quorum.voters", NODE_ID + "@127.0.0.1:" + controllerPort);
        settings.put("controller.listener.names", CONTROLLER);
        settings.put(
                "listeners", "PLAINTEXT://127.0.0.1:" + port + "," + CONTROLLER + "://127.0.0.1:" + controllerPort);
        settings.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT," + CONTROLLER + ":PLAINTEXT");
        settings.put("log.dirs", log.toString());
        // Topics have an owner that states their settings; one made by a mistyped name would have none.
        settings.put("auto.create.topics.enable", "false");
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("offsets.topic.num.partitions", "4");
        settings.put("offsets.retention.minutes", String.valueOf(366 * 24 * 60));
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("share.coordinator.state.topic.replication.factor", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        settings.put("group.initial.rebalance.delay.ms", "0");
        // With the default of 9 s, a broker that was killed waits for its own old session before it is let in again.
        settings.put("broker.session.timeout.ms", "1000");
        settings.put("broker.heartbeat.interval.ms", "200");
        // Nothing here is compacted but the group offsets: the default of 128 MB of heap would lie idle.
        settings.put("log.cleaner.dedupe.buffer.size", String.valueOf(4 * 1024 * 1024));
        return settings;
    }
}
