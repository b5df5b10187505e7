package app.backtrack.tracking.rebuild;

import app.backtrack.runtime.log.Outages;
import app.backtrack.tracking.generation.Generations;
import app.backtrack.tracking.generation.ProjectionName;
import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.QuarkusApplication;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import java.io.PrintStream;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * The command line of a rebuild. Exit status: 0, 1 after a failure or where a comparison finds differences, 2 misuse.
 */
@Dependent
@Unremovable
@Command(
        name = "rebuild",
        mixinStandardHelpOptions = true,
        description =
                "Folds a projection (journal, progress, caseload) anew beside the one that is read. Services stay up.",
        synopsisSubcommandLabel = "COMMAND")
public class RebuildLine implements QuarkusApplication {
    private final PrintStream out = System.out;
    private final Instance<Rebuildable> projections;
    private final Rebuilds rebuilds;
    private final Comparer comparer;
    private final Switching switching;

    RebuildLine(Instance<Rebuildable> projections, Rebuilds rebuilds, Comparer comparer, Switching switching) {
        this.projections = projections;
        this.rebuilds = rebuilds;
        this.comparer = comparer;
        this.switching = switching;
    }

    @Override
    public int run(String... words) {
        CommandLine line = new CommandLine(this).setExecutionExceptionHandler((e, command, parsed) -> explained(e));
        List<String> all = List.of(words);
        boolean named = !all.isEmpty() && all.getFirst().equals("rebuild");
        if (!named || all.size() == 1) {
            line.usage(named ? out : System.err);
            return named ? CommandLine.ExitCode.OK : CommandLine.ExitCode.USAGE;
        }
        return line.execute(all.subList(1, all.size()).toArray(String[]::new));
    }

    @Command(description = "Begin, or go on after an end in between; returns when the new generation is complete.")
    int start(@Parameters(paramLabel = "PROJECTION") String projection) {
        Rebuildable rebuilt = find(projection);
        try (RebuildBar bar = new RebuildBar(projection, rebuilt.counts())) {
            rebuilds.run(rebuilt, bar);
            out.println(bar.summary());
        }
        return status(projection);
    }

    @Command(description = "Say what is read, what stands beside it, and how far it has come.")
    int status(@Parameters(paramLabel = "PROJECTION") String projection) {
        Generations state = switching.state(find(projection).name());
        out.println("live    " + state.live());
        out.println("beside  "
                + state.other()
                        .map(other ->
                                other + (state.complete() ? ", complete" : ", not complete: start goes on with it"))
                        .orElse("-"));
        return CommandLine.ExitCode.OK;
    }

    @Command(description = "Compare every document of the two; shows ids and where they differ, never what they hold.")
    int compare(@Parameters(paramLabel = "PROJECTION") String projection) {
        Rebuildable rebuilt = find(projection);
        Generations state = switching.state(rebuilt.name());
        String other = state.other()
                .orElseThrow(() -> new IllegalStateException(
                        "nothing stands beside " + state.live() + ": rebuild start " + projection + " makes it"));
        Comparison found = comparer.compare(rebuilt, state.live(), other);
        out.printf(
                "equal %d, different %d, only in %s %d, only in %s %d%n",
                found.equal(), found.different(), state.live(), found.missing(), other, found.added());
        found.sample().forEach(one -> out.println("  " + one.id() + " " + String.join(", ", one.paths())));
        return found.isClean() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    @Command(name = "switch", description = "Let everybody read the new generation, within seconds.")
    int switchOver(
            @Parameters(paramLabel = "PROJECTION") String projection,
            @Option(names = "--back", description = "Let everybody read the generation before.") boolean back) {
        ProjectionName name = find(projection).name();
        String before = switching.state(name).live();
        if (switching.switchTo(name, !back).live().equals(before)) {
            out.println("nothing to switch: " + before + " is the " + (back ? "older" : "newest") + " one already");
        }
        return status(projection);
    }

    @Command(description = "Delete the generation that is not read: the old one, or a new one that is not wanted.")
    int drop(@Parameters(paramLabel = "PROJECTION") String projection) {
        switching.drop(find(projection));
        return status(projection);
    }

    private Rebuildable find(String word) {
        return ProjectionName.of(word)
                .flatMap(name ->
                        projections.stream().filter(one -> one.name() == name).findFirst())
                .orElseThrow(
                        () -> new IllegalStateException("no projection of that name: journal, progress, caseload"));
    }

    private static int explained(Exception e) throws Exception {
        if (e instanceof IllegalStateException) {
            System.err.println(e.getMessage());
        } else if (e instanceof RuntimeException outage && Outages.isOutage(outage)) {
            System.err.println(
                    "An outage (" + e.getClass().getSimpleName() + "). Start it again: it goes on from there.");
        } else {
            throw e;
        }
        return CommandLine.ExitCode.SOFTWARE;
    }
}
