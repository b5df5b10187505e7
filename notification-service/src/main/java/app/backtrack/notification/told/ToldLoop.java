package app.backtrack.notification.told;

import app.backtrack.notification.Rounds;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Looks for deliveries whose end the log does not have yet, again and again, on a thread of its own. */
@Singleton
class ToldLoop {
    private static final Duration SWEEP = Duration.ofSeconds(5);

    private final Rounds rounds;

    ToldLoop(ToldRound round) {
        this.rounds = new Rounds("told", SWEEP, () -> {}, round::run);
    }

    void start(@Observes StartupEvent event) {
        rounds.start();
    }

    void stop(@Observes ShutdownEvent event) {
        rounds.close();
    }
}
