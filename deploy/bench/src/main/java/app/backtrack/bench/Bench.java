package app.backtrack.bench;

import app.backtrack.bench.measure.Measures;
import app.backtrack.bench.measure.Session;
import app.backtrack.bench.measure.Sizes;
import app.backtrack.bench.result.Machine;
import app.backtrack.bench.result.Report;
import app.backtrack.testkit.parts.ProjectRoot;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
        System.exit(new CommandLine(new Bench()).execute(words));
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

    private static void report(Measures measure, Sizes sizes) throws IOException, InterruptedException {
        Instant at = Instant.now();
        Path root = ProjectRoot.find();
        Machine machine = Machine.here(root);
        try (Session session = Session.begin(sizes)) {
            measure.run(session);
            List<String> flaws = new ArrayList<>(session.flaws());
            if (!machine.isQuiet()) {
                flaws.add("the machine was busy before it began");
            }
            if (!sizes.tooSmall().isEmpty()) {
                flaws.add(sizes.tooSmall());
            }
            Report report = new Report(measure.word(), at, machine, sizes.all(), session.figures(), flaws);
            System.out.print(report.text());
            System.out.println("  " + report.write(root.resolve("deploy/bench/results")));
        }
    }
}
