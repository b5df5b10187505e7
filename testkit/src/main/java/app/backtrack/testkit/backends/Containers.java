package app.backtrack.testkit.backends;

import java.util.Map;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.mongodb.MongoDBContainer;

/**
 * Kafka and MongoDB as they are deployed, in containers.
 *
 * @param kafka the broker
 * @param mongodb a replica set of one
 */
public record Containers(KafkaContainer kafka, MongoDBContainer mongodb) implements AutoCloseable {

    private static final String KAFKA_IMAGE = "apache/kafka:4.1.1";
    private static final String MONGODB_IMAGE = "mongo:8.0";

    /** Whether there is a Docker to run them in. */
    public static boolean dockerAnswers() {
        return DockerClientFactory.instance().isDockerAvailable();
    }

    static Containers start() {
        KafkaContainer kafka = new KafkaContainer(KAFKA_IMAGE).withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");
        MongoDBContainer mongodb = new MongoDBContainer(MONGODB_IMAGE);
        kafka.start();
        mongodb.start();
        return new Containers(kafka, mongodb);
    }

    Map<String, String> environment() {
        return Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", kafka.getBootstrapServers(), "MONGODB_URI", mongodb.getConnectionString());
    }

    String description() {
        return KAFKA_IMAGE + " and " + MONGODB_IMAGE + " in containers";
    }

    @Override
    public void close() {
        kafka.stop();
        mongodb.stop();
    }
}
