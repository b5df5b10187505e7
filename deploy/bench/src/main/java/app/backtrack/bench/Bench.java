package app.backtrack.bench;

import app.backtrack.bench.measure.Measures;
import app.backtrack.bench.measure.Session;
import app.backtrack.bench.measure.Sizes;
import app.backtrack.bench.result.Figure;
import app.backtrack.bench.result.Machine;
import app.backtrack.bench.result.Report;
import app.backtrack.bench.rules.RuleBenchmarks;
import app.backtrack.local.StartCaches;
import app.backtrack.testkit.parts.JavaCommand;
import app.backtrack.testkit.parts.ProjectRoot;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.openjdk.jmh.runner.RunnerException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** The command line of the bench. Exit status: 0, 1 after a failure, 2 for misuse. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = {
            "Measures an isolated system on this machine, which should do nothing else meanwhile.",
            "Writes what it finds to deploy/bench/results, as JSON and as text, with the machine and the versions.",
            ""
        })
public final class Bench {
    private Bench() {}

    /** Exits with the command's status. */
    public static void main(String... words) {
        System.exit(new CommandLine(new Bench())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(words));
    }

    @Command(mixinStandardHelpOptions = true, description = "Says what can be measured.")
    int list() {
        for (Measures measure : Measures.values()) {
            System.out.printf("%-10s %s%n", measure.word(), measure.description());
        }
        return CommandLine.ExitCode.OK;
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Measures what is named, one after the other, or everything: all.")
    int run(@Parameters(arity = "1..*", paramLabel = "MEASURE") List<String> names, @Mixin Sizes of)
            throws IOException, InterruptedException {
        List<Measures> chosen = new ArrayList<>();
        for (String name : names) {
            if (name.equals("all")) {
                chosen.addAll(List.of(Measures.values()));
            } else {
                chosen.add(find(name));
            }
        }
        for (Measures measure : chosen) {
            report(measure, of);
        }
        return CommandLine.ExitCode.OK;
    }

    private static Measures find(String name) {
        for (Measures measure : Measures.values()) {
            if (measure.word().equals(name.toLowerCase(Locale.ROOT))) {
                return measure;
            }
        }
        throw new ParameterException(
                new CommandLine(new Bench()), "No such measure: " + name + ". bench list shows them.");
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Measures folds, trends and the codec alone, by JMH and without a system.")
    int rules(@Option(names = "--trial", description = "1 s each: shows that it works.") boolean trial)
            throws IOException, RunnerException {
        Instant at = Instant.now();
        Machine machine = Machine.here(ProjectRoot.find());
        List<Figure> figures = RuleBenchmarks.run(trial);
        write(new Report(
                "rules", at, machine, Map.of(), figures, flaws(machine, trial ? Set.of("a trial") : Set.of())));
        return CommandLine.ExitCode.OK;
    }

    private static void report(Measures measure, Sizes sizes) throws IOException, InterruptedException {
        Instant at = Instant.now();
        Machine machine = Machine.here(ProjectRoot.find());
        System.setProperty(JavaCommand.FULL_SPEED, String.valueOf(measure.atFullSpeed()));
        if (measure == Measures.START && !new StartCaches(System.err::println).makeMissing()) {
            System.err.println("Without start caches the figures are not those that the goals are for.");
        }
        try (Session session = Session.begin(sizes)) {
            measure.run(session);
            List<String> flaws = flaws(machine, session.flaws());
            write(new Report(measure.word(), at, machine, sizes.all(), session.figures(), flaws));
        }
    }

    private static List<String> flaws(Machine machine, Set<String> found) {
        List<String> flaws = new ArrayList<>(found);
        if (!machine.isQuiet()) {
            flaws.addFirst("the machine was busy before it began");
        }
        return flaws;
    }

    private static void write(Report report) throws IOException {
        System.out.print(report.text());
        System.out.println("  " + report.write(ProjectRoot.find().resolve("deploy/bench/results")));
    }
}
