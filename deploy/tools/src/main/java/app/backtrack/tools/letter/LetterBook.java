package app.backtrack.tools.letter;

import app.backtrack.tools.place.CannotException;
import app.backtrack.tools.place.Log;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.kafka.common.TopicPartition;

/** All dead letters of an installation, with what was done about them. */
final class LetterBook {
    private final Log log;
    private final Marks marks;

    LetterBook(Log log, Marks marks) {
        this.log = log;
        this.marks = marks;
    }

    /**
     * A letter, and what was done about it.
     *
     * @param mark empty while it is open
     */
    record Entry(DeadLetter letter, Optional<Mark> mark) {

        boolean isOpen() {
            return mark.isEmpty();
        }
    }

    /** The letters that a test picks, by topic, partition and offset. */
    List<Entry> entries(Predicate<DeadLetter> wanted) {
        List<String> topics = log.topics().stream().filter(DeadLetter::isTopic).toList();
        return topics.isEmpty() ? List.of() : read(log.ends(log.partitions(topics)), wanted);
    }

    /**
     * One letter.
     *
     * @throws CannotException if there is none of that name
     */
    Entry entry(LetterId id) {
        String topic = DeadLetter.topicOf(id.topic());
        Map<TopicPartition, Long> ends = new HashMap<>();
        if (log.topics().contains(topic)) {
            ends.putAll(log.ends(log.partitions(List.of(topic))));
            ends.keySet().removeIf(partition -> partition.partition() != id.partition());
        }
        return read(ends, letter -> letter.id().equals(id)).stream()
                .findFirst()
                .orElseThrow(() -> new CannotException("There is no dead letter " + id + "; list shows all."));
    }

    private List<Entry> read(Map<TopicPartition, Long> ends, Predicate<DeadLetter> wanted) {
        Map<LetterId, Mark> handled = marks.read();
        List<Entry> entries = new ArrayList<>();
        log.read(ends, record -> {
            DeadLetter letter = DeadLetter.of(record);
            if (wanted.test(letter)) {
                entries.add(new Entry(letter, Optional.ofNullable(handled.get(letter.id()))));
            }
        });
        entries.sort(Comparator.comparing(entry -> entry.letter().id()));
        return entries;
    }
}
