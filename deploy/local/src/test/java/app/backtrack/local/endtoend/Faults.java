package app.backtrack.local.endtoend;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.TestReporter;

/**
 * How much a scenario of faults does: little in every build, more by {@code -Dbacktrack.rounds} and
 * {@code -Dbacktrack.freeze}, and at the same points again by {@code -Dbacktrack.seed}.
 *
 * @param seed of every chance
 * @param rounds how often each fault comes
 * @param freeze how long something stands still
 * @param random made from the seed
 */
record Faults(long seed, int rounds, Duration freeze, Random random) {

    /** What the command line asks for. */
    static Faults asked() {
        long seed = Long.getLong("backtrack.seed", System.nanoTime());
        return new Faults(
                seed,
                Integer.getInteger("backtrack.rounds", 1),
                Duration.ofSeconds(Integer.getInteger("backtrack.freeze", 4)),
                new Random(seed));
    }

    /** Prints the seed, whatever becomes of the test. */
    void tell(TestReporter reporter) {
        reporter.publishEntry("seed", String.valueOf(seed));
        System.out.println("seed " + seed);
    }

    /** Lets things happen for a moment that the seed decides. */
    void pause(int atMostMillis) {
        Eventually.pause(Duration.ofMillis(random.nextInt(atMostMillis)));
    }
}
