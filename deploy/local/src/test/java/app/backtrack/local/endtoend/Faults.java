package app.backtrack.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import app.backtrack.local.endtoend.Traffic.Logged;
import java.net.URI;
import java.time.Duration;
import java.util.List;
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

    /** What is done to a system while facts flow. */
    @FunctionalInterface
    interface Disturbance {
        void run(Traffic traffic) throws InterruptedException;
    }

    /**
     * Lets facts flow into some tracking-services while they are disturbed. Fails unless whatever was acknowledged is
     * there exactly once in the end; answers that.
     */
    List<Logged> whileFactsFlow(Clinic clinic, List<URI> trackings, Disturbance disturbance)
            throws InterruptedException {
        List<Logged> ledger;
        try (Traffic traffic = Traffic.start(clinic, trackings, seed)) {
            disturbance.run(traffic);
            ledger = traffic.end();
        }
        assertThat(ledger).as("seed %d", seed).isNotEmpty();
        ledger.forEach(logged -> Eventually.holds(logged::assertKept));
        return ledger;
    }

    /** Lets things happen for a moment that the seed decides. */
    void pause(int atMostMillis) {
        Eventually.pause(Duration.ofMillis(random.nextInt(atMostMillis)));
    }
}
