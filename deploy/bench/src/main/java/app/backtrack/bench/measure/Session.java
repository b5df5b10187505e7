package app.backtrack.bench.measure;

import app.backtrack.bench.load.Call;
import app.backtrack.bench.load.Caller;
import app.backtrack.bench.load.Load;
import app.backtrack.bench.load.Population;
import app.backtrack.bench.result.Figure;
import app.backtrack.local.LocalSystem;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** An isolated system under measure, the population that loads it, and what was found so far. */
public final class Session implements AutoCloseable {
    static final List<String> PROCESSES =
            List.of("tracking-service", "program-service", "notification-service", "kafka", "store");

    /** One client sends here what a thousand would. */
    private static final Map<String, String> UNLIMITED = Map.of(
            "BACKTRACK_LIMITS_CLIENT_PER_MINUTE", "1000000000", "BACKTRACK_LIMITS_CLINIC_PER_MINUTE", "1000000000");

    private static final OperatingSystemMXBean OWN = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final Sizes sizes;
    private final LocalSystem system;
    private final Caller caller;
    private final Population population;
    private final List<Figure> figures = new ArrayList<>();
    private final Set<String> flaws = new LinkedHashSet<>();

    /** Starts a system, enrols the patients and warms everything up. */
    public static Session begin(Sizes sizes) throws InterruptedException {
        say("Starting an isolated system");
        Map<String, Map<String, String>> settings = Map.of("program-service", UNLIMITED, "tracking-service", UNLIMITED);
        LocalSystem system = switch (sizes.store()) {
            case DISK -> LocalSystem.isolatedOnDisk(settings, parts -> {});
            case MEMORY -> LocalSystem.isolated(Map.of(), settings);
        };
        Caller caller = new Caller(sizes.connections());
        try {
            say("Enrolling %,d patients".formatted(sizes.patients()));
            return new Session(sizes, system, caller, Population.enrol(system, caller, sizes.patients(), sizes.seed()));
        } catch (RuntimeException e) {
            caller.close();
            system.close();
            throw e;
        }
    }

    private Session(Sizes sizes, LocalSystem system, Caller caller, Population population) {
        this.sizes = sizes;
        this.system = system;
        this.caller = caller;
        this.population = population;
        if (sizes.tooFewRounds()) {
            flaw("fewer than %d rounds".formatted(Sizes.FEWEST_ROUNDS));
        }
    }

    Sizes sizes() {
        return sizes;
    }

    LocalSystem system() {
        return system;
    }

    Caller caller() {
        return caller;
    }

    Population population() {
        return population;
    }

    /** Load that enters what is acknowledged into the ledger. */
    Load reporting(Supplier<Call> calls) {
        return new Load(population::report, calls);
    }

    /** Load that nobody keeps a ledger of. */
    Load asking(Supplier<Call> calls) {
        return new Load(caller::send, calls);
    }

    /** As many requests as come through, for as long as a warm-up takes. */
    void warmUp(Load load) throws InterruptedException {
        if (sizes.tooShortWarmUp()) {
            flaw("less than %d s of warm-up".formatted(Sizes.SHORTEST_WARM_UP.toSeconds()));
        }
        say("Warming up for %d s".formatted(sizes.warmUp().toSeconds()));
        var unused = load.closed(sizes.connections(), sizes.warmUp());
    }

    /** Processor seconds of each process of the system, and of this one under {@code generator}. */
    Map<String, Double> processorSeconds() {
        Map<String, Double> seconds = new LinkedHashMap<>();
        for (String name : PROCESSES) {
            seconds.put(
                    name,
                    ProcessHandle.of(system.process(name).pid())
                                    .flatMap(process -> process.info().totalCpuDuration())
                                    .map(Duration::toMillis)
                                    .orElse(0L)
                            / 1e3);
        }
        seconds.put("generator", OWN.getProcessCpuTime() / 1e9);
        return seconds;
    }

    /** Notes what was used since. */
    void processorFigures(String how, Map<String, Double> before, double facts) {
        Map<String, Double> now = processorSeconds();
        double all = 0;
        for (String name : PROCESSES) {
            double used = now.getOrDefault(name, 0.0) - before.getOrDefault(name, 0.0);
            all += used;
            figure(Figure.once(how + ", processor seconds per million, " + name, "s", used / facts * 1e6, null));
        }
        figure(Figure.once(how + ", processor seconds per million, the system", "s", all / facts * 1e6, "< 212"));
        figure(Figure.once(
                how + ", processor seconds per million, the generator, apart",
                "s",
                (now.getOrDefault("generator", 0.0) - before.getOrDefault("generator", 0.0)) / facts * 1e6,
                null));
    }

    void figure(Figure figure) {
        figures.add(figure);
        say(figure.text());
    }

    /** Something for which the figures are indicative only. */
    void flaw(String flaw) {
        if (flaws.add(flaw)) {
            say("INDICATIVE ONLY: " + flaw);
        }
    }

    /** What was found. */
    public List<Figure> figures() {
        return figures;
    }

    /** Why it is indicative only. */
    public Set<String> flaws() {
        return flaws;
    }

    static void say(String line) {
        System.err.println(line);
    }

    @Override
    public void close() {
        caller.close();
        system.close();
    }
}
