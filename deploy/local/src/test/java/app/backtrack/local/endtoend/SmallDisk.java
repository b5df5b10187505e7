package app.backtrack.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.testkit.parts.ChildCommand;
import app.backtrack.testkit.parts.ChildProcess;
import app.backtrack.testkit.parts.PartStart;
import app.backtrack.testkit.parts.Ports;
import app.backtrack.testkit.parts.ProjectRoot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * A broker whose disk fills up, on any machine and for any user: the shell that starts it limits how large its files
 * may grow, so that an append beyond it is refused in the middle, as a full disk refuses it.
 */
final class SmallDisk implements AutoCloseable {
    private static final Duration READY_LIMIT = Duration.ofSeconds(60);
    private static final Duration FULL_LIMIT = Duration.ofSeconds(60);

    /** POSIX counts the limit in these, in bytes. */
    private static final int BLOCK = 512;

    /** The broker makes its indexes this large at once, in bytes: a limit below it would be met at the start. */
    private static final int INDEX = 10 * 1024 * 1024;

    private static final int RECORD = 1_000_000;

    private final Path data;
    private final ChildCommand command;
    private final String address;
    private ChildProcess process;

    private SmallDisk(Path folder) {
        Iterator<Integer> ports = Ports.free(2).iterator();
        int port = ports.next();
        data = folder.resolve("kafka");
        address = "127.0.0.1:" + port;
        command = new PartStart(ProjectRoot.find(), "kafka", data, folder)
                .command("small-disk-kafka", "--port=" + port, "--controller-port=" + ports.next());
        process = new ChildProcess(command);
    }

    /** A broker that serves, with all the space there is. */
    static SmallDisk start(Path folder) {
        SmallDisk broker = new SmallDisk(folder);
        broker.process.start().awaitReady(READY_LIMIT);
        return broker;
    }

    String address() {
        return address;
    }

    /** Fills every partition of a topic to the size from which on a limit can be set. Nobody can read the records. */
    void fill(String topic) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", address, "acks", "all", "max.request.size", RECORD + 1_000);
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            int partitions = producer.partitionsFor(topic).size();
            for (int written = 0; written <= INDEX; written += RECORD) {
                for (int partition = 0; partition < partitions; partition++) {
                    var unused = producer.send(new ProducerRecord<>(topic, partition, null, new byte[RECORD]));
                }
            }
        }
    }

    /** Starts it anew with room for so many bytes in each partition that was filled, and returns when it serves. */
    void restartWithRoom(int bytes) {
        process.stop();
        long blocks = (largestFile() + bytes) / BLOCK;
        List<String> words = new ArrayList<>(
                List.of("/bin/sh", "-c", "ulimit -f \"$1\" && shift && exec \"$@\"", "limited", "" + blocks));
        words.addAll(command.words());
        // The reason of a refusal is asked for below, in the words of this language.
        start(new ChildCommand(command.name(), words, Map.of("LC_ALL", "C"), command.log(), command.ready()));
    }

    /** Waits until a write was refused and the broker has ended over it, as Kafka does when it has no disk left. */
    void awaitFull() throws InterruptedException {
        assertThat(process.awaitExit(FULL_LIMIT)).as("exit status").isNotZero();
        try {
            assertThat(Files.readString(data.resolve("kafka.log"))).contains("File too large");
        } catch (IOException e) {
            throw new UncheckedIOException("the broker's log cannot be read", e);
        }
    }

    /** Starts it with all the space there is, and returns when it serves. */
    void restartWithSpace() {
        start(command);
    }

    private void start(ChildCommand changed) {
        process = new ChildProcess(changed);
        process.start().awaitReady(READY_LIMIT);
    }

    private long largestFile() {
        try (Stream<Path> files = Files.walk(data)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .max()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException("the broker's folder cannot be read", e);
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
