package app.backtrack.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The dead letters about one patient that tracking-service left; other readers of the topic leave their own.
 *
 * @param log where they are
 * @param topic that they came from
 */
record Letters(LogBook log, String topic) {

    /** Their names for the command line, once there are so many, in the order in which they were kept. */
    List<String> await(Patient patient, int count) {
        return Eventually.get(() -> {
            List<ConsumerRecord<byte[], byte[]>> letters = of(patient);
            assertThat(letters).hasSize(count);
            return letters.stream()
                    .map(letter -> topic + "/" + letter.partition() + "/" + letter.offset())
                    .toList();
        });
    }

    /** Their reasons. */
    List<String> reasons(Patient patient) {
        return of(patient).stream().map(letter -> header(letter, "reason")).toList();
    }

    private List<ConsumerRecord<byte[], byte[]>> of(Patient patient) {
        return log.read(topic + ".dead-letter", patient).stream()
                .filter(letter -> header(letter, "consumer").equals("tracking-service"))
                .toList();
    }

    private static String header(ConsumerRecord<byte[], byte[]> letter, String name) {
        return new String(
                letter.headers().lastHeader("backtrack_dead_letter_" + name).value(), StandardCharsets.UTF_8);
    }
}
