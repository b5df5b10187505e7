package app.backtrack.runtime.log;

import app.backtrack.events.Actor;
import app.backtrack.events.ClinicId;
import app.backtrack.events.EventCodec;
import app.backtrack.events.EventEnvelope;
import app.backtrack.events.PainContext;
import app.backtrack.events.PainEvent.PainScoreRecorded;
import app.backtrack.events.PatientId;
import app.backtrack.events.PatientRef;
import app.backtrack.events.Role;
import app.backtrack.events.Topic;
import app.backtrack.runtime.sealing.FileKeyStore;
import app.backtrack.runtime.sealing.TinkSealing;
import app.backtrack.testkit.parts.ChildProcess;
import app.backtrack.testkit.parts.EmbeddedParts;
import app.backtrack.testkit.parts.PartPorts;
import app.backtrack.testkit.parts.PartsPlan;
import app.backtrack.testkit.parts.Ports;
import app.backtrack.testkit.parts.ProjectRoot;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;

/** A broker for tests, and what is needed to write to it and look into it. */
final class TestLog {
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Path FOLDER = temporaryFolder();

    static final EventCodec CODEC = new EventCodec(new TinkSealing(new FileKeyStore(FOLDER.resolve("keys"))));

    private final EmbeddedParts parts;

    private TestLog(EmbeddedParts parts) {
        this.parts = parts;
    }

    private static final class Shared {
        static final TestLog LOG = start();
    }

    /** The one that all tests of this JVM use that leave it running. It ends with the JVM. */
    static TestLog shared() {
        return Shared.LOG;
    }

    /** One of its own, with its topics. */
    static TestLog start() {
        Path folder = FOLDER.resolve(UUID.randomUUID().toString());
        Map<String, String> given = Map.of("MONGODB_URI", "none", "OIDC_ISSUER", "none");
        TestLog log = new TestLog(EmbeddedParts.start(
                new PartsPlan(ProjectRoot.find(), folder, folder.resolve("logs"), PartPorts.free(), true, given)));
        new TopicSetup(log.config()).ensure(EnumSet.allOf(Topic.class));
        return log;
    }

    ChildProcess broker() {
        return parts.process("kafka").orElseThrow();
    }

    void close() {
        parts.close();
    }

    LogConfig config(String... settings) {
        return configOf(parts.addresses().kafka(), settings);
    }

    /** A configuration for a broker that is not there. */
    static LogConfig unreachable(String... settings) {
        return configOf("127.0.0.1:" + Ports.free(1).getFirst(), settings);
    }

    private static LogConfig configOf(String servers, String... settings) {
        Map<String, String> properties = new HashMap<>();
        properties.put("backtrack.log.bootstrap-servers", servers);
        properties.put("backtrack.log.retry-pause", "PT0.1S");
        for (int i = 0; i < settings.length; i += 2) {
            properties.put("backtrack.log." + settings[i], settings[i + 1]);
        }
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withMapping(LogConfig.class)
                .withSources(new PropertiesConfigSource(properties, "test", 500))
                .build()
                .getConfigMapping(LogConfig.class);
    }

    LogClients clients(String... settings) {
        return new LogClients(config(settings), CODEC, new SimpleMeterRegistry());
    }

    EventPublisher publisher(String... settings) {
        return new EventPublisher(config(settings), CODEC);
    }

    /** For what a test needs in the log, however busy the machine is. */
    EventPublisher patientPublisher() {
        return publisher("publish-deadline", "PT20S");
    }

    /** Publishes and waits for it. */
    void publish(List<? extends EventEnvelope<?>> events) {
        try (EventPublisher publisher = patientPublisher()) {
            CompletableFuture.allOf(events.stream().map(publisher::publish).toArray(CompletableFuture[]::new))
                    .join();
        }
    }

    KafkaProducer<byte[], byte[]> rawProducer() {
        return new KafkaProducer<>(KafkaSettings.deadLetterProducer(config()));
    }

    /** Everything that a topic holds now. */
    List<ConsumerRecord<byte[], byte[]>> read(String topic) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(KafkaSettings.follower(config()))) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
        }
        return records;
    }

    static PatientRef patient() {
        return new PatientRef(new ClinicId("harbour-physio"), new PatientId(UUID.randomUUID()));
    }

    static EventEnvelope<PainScoreRecorded> painScore(PatientRef patient) {
        PainScoreRecorded score = new PainScoreRecorded(
                UUID.randomUUID(),
                1,
                4,
                PainContext.AVERAGE_24H,
                Instant.parse("2026-11-20T18:30:00Z"),
                "Europe/Berlin",
                LocalDate.of(2026, 11, 20),
                null,
                null,
                "Better after the walk.",
                null);
        Actor actor = new Actor(Role.PATIENT, patient.patient().toString());
        return EventEnvelope.ofFact(score, patient, Instant.parse("2026-11-20T18:31:07.482Z"), actor, "request-1");
    }

    static List<EventEnvelope<PainScoreRecorded>> painScores(PatientRef patient, int count) {
        List<EventEnvelope<PainScoreRecorded>> scores = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            scores.add(painScore(patient));
        }
        return scores;
    }

    /** Waits until something holds, looking again every few milliseconds. */
    static void await(String what, BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Object pause = new Object();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not in " + PATIENCE.toSeconds() + " s: " + what);
            }
            synchronized (pause) {
                pause.wait(20);
            }
        }
    }

    private static Path temporaryFolder() {
        try {
            Path folder = Files.createTempDirectory("backtrack-runtime-");
            folder.toFile().deleteOnExit();
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
