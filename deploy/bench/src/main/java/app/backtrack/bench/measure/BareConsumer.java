package app.backtrack.bench.measure;

import app.backtrack.events.EventCodec;
import app.backtrack.events.EventCodec.Decoded;
import app.backtrack.events.EventEnvelope;
import app.backtrack.events.FactEvent;
import app.backtrack.events.PatientRef;
import app.backtrack.local.LocalSystem;
import app.backtrack.runtime.sealing.PatientKeys;
import app.backtrack.runtime.sealing.TinkSealing;
import app.backtrack.tools.place.Installation;
import app.backtrack.tools.place.Log;
import app.backtrack.tracking.care.CareView;
import app.backtrack.tracking.journal.JournalEntry;
import app.backtrack.tracking.progress.ProgressProjection;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Reads the scores of a log, opens and decodes them, one partition after the other and without a store: what that costs
 * alone, and with folding.
 */
final class BareConsumer {
    private static final String TOPIC = "pain-events";

    private final Log log;
    private final Installation installation;

    BareConsumer(LocalSystem system) {
        this.installation = Installation.given(system.tool(List.of()).environment());
        this.log = new Log(installation.log());
    }

    /** Events per second with nothing done with them. */
    double decoding() {
        return eventsPerSecond(event -> {}, () -> {});
    }

    /** Events per second with each patient's progress worked out of them; all of a patient lie in one partition. */
    double folding() {
        Map<PatientRef, List<JournalEntry>> journals = new HashMap<>();
        return eventsPerSecond(
                event -> {
                    if (event.data() instanceof FactEvent fact) {
                        journals.computeIfAbsent(event.subject(), patient -> new ArrayList<>())
                                .add(new JournalEntry(fact, event.recordedAt(), event.actor()));
                    }
                },
                () -> {
                    long weeks = journals.values().stream()
                            .map(journal -> ProgressProjection.foldAll(CareView.EMPTY, journal))
                            .mapToLong(view -> view.weeks().size())
                            .sum();
                    if (weeks == 0 && !journals.isEmpty()) {
                        throw new IllegalStateException("scores were folded into nothing");
                    }
                    journals.clear();
                });
    }

    private double eventsPerSecond(Consumer<EventEnvelope<?>> taker, Runnable atEndOfPartition) {
        Map<TopicPartition, Long> ends = log.ends(log.partitions(List.of(TOPIC)));
        try (PatientKeys keys = PatientKeys.open(installation.keys())) {
            EventCodec codec = new EventCodec(new TinkSealing(keys.store()));
            long[] events = new long[1];
            long begin = System.nanoTime();
            ends.forEach((partition, end) -> {
                log.read(Map.of(partition, end), record -> {
                    if (codec.decode(KafkaMessageFactory.createReader(record).toEvent())
                            instanceof Decoded.Event event) {
                        events[0]++;
                        taker.accept(event.envelope());
                    }
                });
                atEndOfPartition.run();
            });
            return events[0] / ((System.nanoTime() - begin) / 1e9);
        }
    }
}
