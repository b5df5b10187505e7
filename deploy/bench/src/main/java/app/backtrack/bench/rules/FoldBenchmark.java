package app.backtrack.bench.rules;

import app.backtrack.tracking.care.CareView;
import app.backtrack.tracking.journal.IsoWeek;
import app.backtrack.tracking.journal.JournalEntry;
import app.backtrack.tracking.progress.ProgressProjection;
import app.backtrack.tracking.progress.ProgressView;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Folds of a journal of twelve weeks and 168 scores. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class FoldBenchmark {
    private final List<JournalEntry> journal = Diary.twelveWeeks();
    private final ProgressView whole = ProgressProjection.foldAll(CareView.EMPTY, journal);
    private final List<JournalEntry> lastWeek = journal.stream()
            .filter(entry -> entry.week().equals(Optional.of(IsoWeek.of(Diary.UNTIL))))
            .toList();

    /** The whole journal, as a rebuild does once for each patient. */
    @Benchmark
    public ProgressView wholeJournal() {
        return ProgressProjection.foldAll(CareView.EMPTY, journal);
    }

    /** One week of it, as each new score needs. */
    @Benchmark
    public ProgressView oneWeek() {
        return ProgressProjection.refold(whole, Map.of(IsoWeek.of(Diary.UNTIL), lastWeek), List.of());
    }
}
