package app.backtrack.bench.rules;

import app.backtrack.events.EventCodec;
import app.backtrack.events.EventCodec.Decoded;
import app.backtrack.events.EventEnvelope;
import app.backtrack.events.PatientRef;
import app.backtrack.events.Sealing.PatientErased;
import app.backtrack.runtime.sealing.FileKeyStore;
import app.backtrack.runtime.sealing.TinkSealing;
import app.backtrack.testkit.parts.TemporaryFolder;
import app.backtrack.tracking.journal.JournalEntry;
import io.cloudevents.CloudEvent;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A pain score into its sealed CloudEvent and back, with the patient's key in memory. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CodecBenchmark {
    private static final PatientRef PATIENT = PatientRef.of("bench/5a0b1e9e-6f6b-4a3e-9d52-0f8f7f1f6f10");

    private final TemporaryFolder folder = TemporaryFolder.create();
    private final EventCodec codec = new EventCodec(new TinkSealing(new FileKeyStore(folder.path())));
    private final EventEnvelope<?> score = score();
    private final CloudEvent sealed = sealed();

    /** As the intake does. */
    @Benchmark
    public CloudEvent encode() throws PatientErased {
        return codec.encode(score);
    }

    /** As each reader does. */
    @Benchmark
    public Decoded decode() {
        return codec.decode(sealed);
    }

    /** Deletes the key. */
    @TearDown
    public void close() {
        folder.close();
    }

    private static EventEnvelope<?> score() {
        JournalEntry entry = Diary.entry(Diary.UNTIL, 4, 1);
        return EventEnvelope.ofFact(entry.fact(), PATIENT, entry.recordedAt(), entry.actor(), null);
    }

    private CloudEvent sealed() {
        try {
            return codec.encode(score);
        } catch (PatientErased e) {
            throw new IllegalStateException("nobody was erased here", e);
        }
    }
}
