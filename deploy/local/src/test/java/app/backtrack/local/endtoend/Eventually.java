package app.backtrack.local.endtoend;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Asks again and again until an answer holds, or the time is over; then the last failure is the test's. */
final class Eventually {
    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration USUAL = Duration.ofSeconds(30);

    private Eventually() {}

    /** The first answer that passes without an {@link AssertionError}, within 30 s. */
    static <T> T get(Supplier<T> question) {
        return within(USUAL, question);
    }

    /** Returns as soon as what is said holds, within 30 s. */
    static void holds(Runnable assertion) {
        holdsWithin(USUAL, assertion);
    }

    /** Returns as soon as what is said holds. */
    static void holdsWithin(Duration limit, Runnable assertion) {
        within(limit, () -> {
            assertion.run();
            return true;
        });
    }

    /** The first answer that passes without an {@link AssertionError}. */
    static <T> T within(Duration limit, Supplier<T> question) {
        long end = System.nanoTime() + limit.toNanos();
        while (true) {
            try {
                return question.get();
            } catch (AssertionError notYet) {
                if (System.nanoTime() > end) {
                    throw notYet;
                }
            }
            pause(POLL);
        }
    }

    /** Lets things happen for a while; for the rhythm of a disturbance, never to wait for a result. */
    static void pause(Duration length) {
        LockSupport.parkNanos(length.toNanos());
    }
}
