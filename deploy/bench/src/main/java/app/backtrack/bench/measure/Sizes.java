package app.backtrack.bench.measure;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Option;

/** How large a measure is. The defaults are for figures to be quoted; {@code --trial} only shows that it works. */
public final class Sizes {
    static final int FEWEST_ROUNDS = 5;
    static final Duration SHORTEST_WARM_UP = Duration.ofSeconds(60);

    @Option(names = "--patients", defaultValue = "10000", description = "Patients (${DEFAULT-VALUE}).")
    private int patients;

    @Option(names = "--seconds", defaultValue = "60", description = "Of each part of a round (${DEFAULT-VALUE}).")
    private int seconds;

    @Option(names = "--warm-up", defaultValue = "60", description = "Seconds, once per process (${DEFAULT-VALUE}).")
    private int warmUp;

    @Option(names = "--rounds", defaultValue = "5", description = "How often each part is repeated (${DEFAULT-VALUE}).")
    private int rounds;

    @Option(names = "--connections", defaultValue = "64", description = "To each service (${DEFAULT-VALUE}).")
    private int connections;

    @Option(names = "--batch", defaultValue = "50", description = "Facts of a patient in a journal (${DEFAULT-VALUE}).")
    private int batch;

    @Option(names = "--events", defaultValue = "1000000", description = "rebuild: in the log (${DEFAULT-VALUE}).")
    private int events;

    @Option(names = "--more", defaultValue = "99000", description = "reads: patients added (${DEFAULT-VALUE}).")
    private int more;

    @Option(
            names = "--store",
            defaultValue = "disk",
            description =
                    "Where the embedded store keeps its documents: disk, or memory, where it is not the limit and "
                            + "BACKTRACK_PARTS_HEAP has to be large enough, 9g for a million facts (${DEFAULT-VALUE}).")
    private Store store = Store.DISK;

    @Option(names = "--seed", defaultValue = "1", description = "Of scores and dates (${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--trial", description = "50 patients, 3 s, 3 s of warm-up, 2 rounds: shows that it works.")
    private boolean trial;

    /** Where the embedded store keeps its documents. */
    enum Store {
        DISK,
        MEMORY
    }

    Store store() {
        return store;
    }

    int patients() {
        return trial ? 50 : patients;
    }

    Duration length() {
        return Duration.ofSeconds(trial ? 3 : seconds);
    }

    Duration warmUp() {
        return Duration.ofSeconds(trial ? 3 : warmUp);
    }

    int rounds() {
        return trial ? 2 : rounds;
    }

    int connections() {
        return trial ? 8 : connections;
    }

    int events() {
        return trial ? 500 : events;
    }

    int more() {
        return trial ? 100 : more;
    }

    int batch() {
        return batch;
    }

    long seed() {
        return seed;
    }

    /** Whether rounds are fewer than figures to be quoted need. */
    boolean tooFewRounds() {
        return rounds() < FEWEST_ROUNDS;
    }

    /** Whether a warm-up is shorter than figures to be quoted need. */
    boolean tooShortWarmUp() {
        return warmUp().compareTo(SHORTEST_WARM_UP) < 0;
    }

    /** All of them by name. */
    public Map<String, String> all() {
        Map<String, String> all = new TreeMap<>();
        all.put("patients", String.valueOf(patients()));
        all.put("seconds", String.valueOf(length().toSeconds()));
        all.put("warm-up", String.valueOf(warmUp().toSeconds()));
        all.put("rounds", String.valueOf(rounds()));
        all.put("connections", String.valueOf(connections()));
        all.put("batch", String.valueOf(batch));
        all.put("store", store.name().toLowerCase(Locale.ROOT));
        all.put("seed", String.valueOf(seed));
        return all;
    }
}
