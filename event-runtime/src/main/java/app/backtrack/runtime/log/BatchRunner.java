package app.backtrack.runtime.log;

import app.backtrack.events.EventCodec.Decoded;
import app.backtrack.events.EventCodec.Flaw;
import app.backtrack.events.EventEnvelope;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/** Reads a batch of records, hands its events to the handler, and says which records belong to the dead letters. */
final class BatchRunner implements BatchWork {
    private static final Logger LOG = Logger.getLogger(BatchRunner.class);

    private final LogReader reader;
    private final BatchHandler handler;
    private final int attempts;
    private final MeterRegistry meters;

    BatchRunner(LogReader reader, BatchHandler handler, int attempts, MeterRegistry meters) {
        this.reader = reader;
        this.handler = handler;
        this.attempts = attempts;
        this.meters = meters;
    }

    /**
     * A record that nobody can handle.
     *
     * @param reason a constant phrase
     */
    record ParkedRecord(ConsumerRecord<byte[], byte[]> record, String reason) {}

    private record Readable(ConsumerRecord<byte[], byte[]> record, EventEnvelope<?> event) {}

    /**
     * Handles a batch; throws only for an outage, and then the whole batch may be tried again.
     *
     * @param behind whether the log held more when the batch was taken off it
     */
    @Override
    public List<ParkedRecord> run(List<ConsumerRecord<byte[], byte[]>> batch, boolean behind) {
        List<ParkedRecord> parked = new ArrayList<>();
        List<Readable> readable = new ArrayList<>(batch.size());
        for (ConsumerRecord<byte[], byte[]> record : batch) {
            switch (read(record)) {
                case Decoded.Event event -> readable.add(new Readable(record, event.envelope()));
                case Decoded.Erased erased -> count("erased");
                case Decoded.Unreadable unreadable ->
                    parked.add(new ParkedRecord(record, unreadable.flaw().name()));
            }
        }
        if (!readable.isEmpty()) {
            parked.addAll(handle(readable, behind));
        }
        parked.forEach(this::report);
        return parked;
    }

    private Decoded read(ConsumerRecord<byte[], byte[]> record) {
        try {
            return reader.read(record);
        } catch (RuntimeException e) {
            if (Outages.isOutage(e)) {
                throw e;
            }
            LOG.errorf(TraceOnly.of(e), "Decoder failed on a record, topic=%s", record.topic());
            return new Decoded.Unreadable(Flaw.BAD_DATA);
        }
    }

    private List<ParkedRecord> handle(List<Readable> readable, boolean behind) {
        try {
            return handleTogether(readable, behind);
        } catch (RuntimeException e) {
            if (Outages.isOutage(e)) {
                throw e;
            }
            LOG.errorf(
                    TraceOnly.of(e),
                    "Handler failed on a batch, each record is tried alone, records=%d",
                    readable.size());
            List<ParkedRecord> parked = new ArrayList<>();
            readable.forEach(one -> parked.addAll(handleAlone(one, behind)));
            return parked;
        }
    }

    private List<ParkedRecord> handleAlone(Readable one, boolean behind) {
        for (int attempt = 1; attempt <= attempts; attempt++) {
            try {
                return handleTogether(List.of(one), behind);
            } catch (RuntimeException e) {
                if (Outages.isOutage(e)) {
                    throw e;
                }
                LOG.errorf(
                        TraceOnly.of(e),
                        "Handler failed on a record, type=%s, attempt=%d",
                        one.event().type(),
                        attempt);
            }
        }
        return List.of(new ParkedRecord(one.record(), "HANDLER_FAILED"));
    }

    private List<ParkedRecord> handleTogether(List<Readable> readable, boolean behind) {
        List<EventEnvelope<?>> events = new ArrayList<>(readable.size());
        readable.forEach(one -> events.add(one.event()));
        List<Outcome> outcomes = handler.handle(events, behind);
        if (outcomes.size() != readable.size()) {
            throw new IllegalStateException("a handler owes one outcome for each event");
        }
        List<ParkedRecord> parked = new ArrayList<>();
        for (int i = 0; i < outcomes.size(); i++) {
            switch (outcomes.get(i)) {
                case Outcome.Applied applied -> count("applied");
                case Outcome.Ignored ignored -> count("ignored");
                case Outcome.Parked park ->
                    parked.add(new ParkedRecord(readable.get(i).record(), park.reason()));
            }
        }
        return parked;
    }

    private void report(ParkedRecord letter) {
        count("parked");
        LOG.warnf(
                "Record goes to the dead letters, topic=%s, partition=%d, offset=%d, reason=%s",
                letter.record().topic(),
                letter.record().partition(),
                letter.record().offset(),
                letter.reason());
    }

    private void count(String outcome) {
        meters.counter("backtrack.records", "outcome", outcome).increment();
    }
}
