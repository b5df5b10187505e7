package app.backtrack.tools.letter;

import app.backtrack.tools.letter.LetterBook.Entry;
import app.backtrack.tools.place.CannotException;
import app.backtrack.tools.place.Log;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;

/** Puts records back to where they came from, with their own key, bytes and headers, and remembers it. */
final class Replay {
    private static final int AT_ONCE = 200;

    private final Log log;
    private final Marks marks;

    Replay(Log log, Marks marks) {
        this.log = log;
        this.marks = marks;
    }

    /**
     * Puts open letters back, one record for all letters that speak of the same one.
     *
     * @param done is told how many records are back
     * @return how many records were put back
     * @throws CannotException if the log does not take one; what was told is remembered, and the command can be given
     *     again
     */
    int run(List<Entry> open, IntConsumer done) {
        Map<String, List<DeadLetter>> records = new LinkedHashMap<>();
        open.forEach(entry -> records.computeIfAbsent(origin(entry.letter()), origin -> new ArrayList<>())
                .add(entry.letter()));
        if (records.isEmpty()) {
            return 0;
        }
        marks.prepare();
        List<List<DeadLetter>> all = List.copyOf(records.values());
        try (KafkaProducer<byte[], byte[]> producer = log.producer()) {
            for (int from = 0; from < all.size(); from += AT_ONCE) {
                int to = Math.min(all.size(), from + AT_ONCE);
                putBack(producer, all.subList(from, to));
                done.accept(to);
            }
        }
        return all.size();
    }

    /** Puts another record in a letter's place, and remembers that the letter was mended. */
    String mend(DeadLetter letter, ProducerRecord<byte[], byte[]> mended) {
        marks.prepare();
        try (KafkaProducer<byte[], byte[]> producer = log.producer()) {
            String to = place(producer.send(mended));
            place(marks.keep(producer, letter.id(), new Mark("fixed", Instant.now(), to)));
            return to;
        }
    }

    /** Remembers that nothing is to be done about letters. */
    void dismiss(List<Entry> open) {
        marks.prepare();
        try (KafkaProducer<byte[], byte[]> producer = log.producer()) {
            List<Future<RecordMetadata>> kept = new ArrayList<>();
            Mark mark = new Mark("dismissed", Instant.now(), "");
            open.forEach(entry -> kept.add(marks.keep(producer, entry.letter().id(), mark)));
            kept.forEach(Replay::place);
        }
    }

    private void putBack(KafkaProducer<byte[], byte[]> producer, List<List<DeadLetter>> records) {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        for (List<DeadLetter> letters : records) {
            DeadLetter letter = letters.getFirst();
            sent.add(producer.send(new ProducerRecord<>(
                    letter.id().topic(),
                    letter.id().partition(),
                    letter.record().key(),
                    letter.record().value(),
                    letter.originalHeaders())));
        }
        List<Future<RecordMetadata>> kept = new ArrayList<>();
        for (int i = 0; i < sent.size(); i++) {
            Mark mark = new Mark("replayed", Instant.now(), place(sent.get(i)));
            records.get(i).forEach(letter -> kept.add(marks.keep(producer, letter.id(), mark)));
        }
        kept.forEach(Replay::place);
    }

    /** Letters without a readable origin stand for themselves. */
    private static String origin(DeadLetter letter) {
        return letter.origin().contains("unknown") ? letter.id().toString() : letter.origin();
    }

    private static String place(Future<RecordMetadata> sent) {
        try {
            RecordMetadata place = sent.get();
            return place.topic() + "/" + place.partition() + "/" + place.offset();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotException("Interrupted while a record was put back; give the command again.");
        } catch (ExecutionException | KafkaException e) {
            throw new CannotException("The log does not take a record: " + e.getMessage()
                    + ". What was put back before is remembered; give the command again.");
        }
    }
}
