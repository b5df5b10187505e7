package app.backtrack.bench.rules;

import app.backtrack.events.PainContext;
import app.backtrack.tracking.care.CareView;
import app.backtrack.tracking.progress.ProgressProjection;
import app.backtrack.tracking.trend.DailySeries;
import app.backtrack.tracking.trend.Trend;
import app.backtrack.tracking.trend.TrendRules;
import app.backtrack.tracking.trend.Window;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The trend that every read of a progress computes: slope, its interval, direction, verdict. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class TrendBenchmark {
    private static final Window TWELVE_WEEKS = new Window(Diary.UNTIL, Window.LONGEST_WEEKS);
    private static final Window SIX_WEEKS = new Window(Diary.UNTIL, Window.DISPLAY_WEEKS);

    private final DailySeries series = ProgressProjection.foldAll(CareView.EMPTY, Diary.twelveWeeks())
            .scores()
            .of(PainContext.AVERAGE_24H);

    /** Over twelve weeks with a score on each day. */
    @Benchmark
    public Trend twelveWeeks() {
        return TrendRules.trend(series, TWELVE_WEEKS, TWELVE_WEEKS.from());
    }

    /** Over six. */
    @Benchmark
    public Trend sixWeeks() {
        return TrendRules.trend(series, SIX_WEEKS, TWELVE_WEEKS.from());
    }
}
