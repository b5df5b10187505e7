package app.backtrack.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.testkit.parts.ChildProcess;
import app.backtrack.testkit.parts.PartStart;
import app.backtrack.testkit.parts.Ports;
import app.backtrack.testkit.parts.ProjectRoot;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;

/**
 * Three brokers on loopback, each a process of its own, as they are deployed: every topic lies on all of them, and an
 * acknowledgement needs two.
 */
final class Brokers implements AutoCloseable {
    private static final int COUNT = 3;
    private static final String HEAP = "200m";
    private static final Duration READY_LIMIT = Duration.ofSeconds(120);

    private final Map<Integer, ChildProcess> processes = new TreeMap<>();
    private final String addresses;

    private Brokers(Path folder) throws IOException {
        List<Integer> ports = Ports.free(COUNT);
        List<Integer> controllers = Ports.free(COUNT);
        String voters = IntStream.range(0, COUNT)
                .mapToObj(i -> (i + 1) + "@127.0.0.1:" + controllers.get(i))
                .collect(Collectors.joining(","));
        String cluster = Uuid.randomUuid().toString();
        addresses = ports.stream().map(port -> "127.0.0.1:" + port).collect(Collectors.joining(","));
        for (int i = 0; i < COUNT; i++) {
            int id = i + 1;
            Path settings = SettingsFile.write(folder.resolve("kafka-" + id + ".properties"), settings(id, voters));
            PartStart start = new PartStart(ProjectRoot.find(), "kafka", folder.resolve("kafka-" + id), folder, HEAP);
            processes.put(
                    id,
                    new ChildProcess(start.command(
                            "kafka-" + id,
                            "--port=" + ports.get(i),
                            "--controller-port=" + controllers.get(i),
                            "--cluster=" + cluster,
                            "--settings=" + settings)));
        }
    }

    /** Three that serve. */
    static Brokers start(Path folder) throws IOException {
        Brokers brokers = new Brokers(folder);
        try {
            brokers.start(brokers.processes.keySet());
            return brokers;
        } catch (RuntimeException e) {
            brokers.close();
            throw e;
        }
    }

    /** What {@code deploy/compose} sets, and deadlines that let a test see a broker's death in seconds. */
    private static Map<String, String> settings(int id, String voters) {
        Map<String, String> settings = new HashMap<>();
        settings.put("node.id", String.valueOf(id));
        settings.put("controller.quorum.voters", voters);
        settings.put("default.replication.factor", "3");
        settings.put("min.insync.replicas", "2");
        settings.put("offsets.topic.replication.factor", "3");
        settings.put("transaction.state.log.replication.factor", "3");
        settings.put("transaction.state.log.min.isr", "2");
        settings.put("share.coordinator.state.topic.replication.factor", "3");
        settings.put("share.coordinator.state.topic.min.isr", "2");
        settings.put("broker.session.timeout.ms", "2000");
        settings.put("broker.heartbeat.interval.ms", "400");
        settings.put("controller.quorum.election.timeout.ms", "500");
        settings.put("controller.quorum.fetch.timeout.ms", "1000");
        return settings;
    }

    /** All three, as clients are told them. */
    String addresses() {
        return addresses;
    }

    /** Their numbers. */
    List<Integer> ids() {
        return List.copyOf(processes.keySet());
    }

    /** A question or command for whichever of them answer; the caller closes it. */
    Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", addresses));
    }

    /** Ends one at once. */
    void kill9(int id) {
        process(id).kill9();
    }

    /** Starts some again, side by side, and returns when they serve. */
    void start(Collection<Integer> ids) {
        List<ChildProcess> started = new ArrayList<>();
        ids.forEach(id -> started.add(process(id).start()));
        started.forEach(broker -> broker.awaitReady(READY_LIMIT));
    }

    private ChildProcess process(int id) {
        ChildProcess process = processes.get(id);
        assertThat(process).as("broker %d", id).isNotNull();
        return process;
    }

    @Override
    public void close() {
        ChildProcess.stopAll(processes.values());
    }
}
