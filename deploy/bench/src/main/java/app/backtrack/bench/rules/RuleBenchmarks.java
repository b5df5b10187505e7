package app.backtrack.bench.rules;

import app.backtrack.bench.result.Figure;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs the benchmarks of the pure parts, each in JVMs of its own. */
public final class RuleBenchmarks {
    private static final int FORKS = 2;
    private static final int ITERATIONS = 5;

    private RuleBenchmarks() {}

    /**
     * Microseconds of each call, with a value of each iteration.
     *
     * @param trial whether it only shows that they run
     */
    public static List<Figure> run(boolean trial) throws RunnerException {
        Options options = new OptionsBuilder()
                .include(RuleBenchmarks.class.getPackageName().replace(".", "\\.") + "\\..*Benchmark\\.")
                .forks(trial ? 1 : FORKS)
                .warmupIterations(trial ? 1 : ITERATIONS)
                .measurementIterations(trial ? 1 : ITERATIONS)
                .warmupTime(TimeValue.seconds(trial ? 1 : 2))
                .measurementTime(TimeValue.seconds(trial ? 1 : 2))
                .build();
        List<Figure> figures = new ArrayList<>();
        for (RunResult result : new Runner(options).run()) {
            String name = result.getParams().getBenchmark();
            List<Double> values = result.getBenchmarkResults().stream()
                    .flatMap(fork -> fork.getIterationResults().stream())
                    .map(IterationResult::getPrimaryResult)
                    .map(one -> one.getScore())
                    .toList();
            figures.add(new Figure(
                    name.substring(RuleBenchmarks.class.getPackageName().length() + 1), "us", values, null));
        }
        return figures;
    }
}
