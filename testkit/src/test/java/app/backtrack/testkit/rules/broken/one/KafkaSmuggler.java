package app.backtrack.testkit.rules.broken.one;

import org.apache.kafka.common.TopicPartition;

final class KafkaSmuggler {
    TopicPartition partition() {
        return new TopicPartition("pain-events", 0);
    }
}
