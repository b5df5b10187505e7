package app.backtrack.notification.escalation;

import app.backtrack.notification.Rounds;
import app.backtrack.notification.alert.AlertStore;
import app.backtrack.notification.inbox.InboxStore;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Looks for alerts to escalate, again and again, on a thread of its own. */
@Singleton
class EscalationLoop {
    /** Against pauses of five minutes and more, so exact enough. */
    private static final Duration SWEEP = Duration.ofSeconds(15);

    private final Rounds rounds;

    EscalationLoop(EscalationRound round, AlertStore alerts, InboxStore inbox) {
        this.rounds = new Rounds(
                "escalation",
                SWEEP,
                () -> {
                    alerts.prepare();
                    inbox.prepare();
                },
                () -> {
                    round.run();
                    return false;
                });
    }

    void start(@Observes StartupEvent event) {
        rounds.start();
    }

    void stop(@Observes ShutdownEvent event) {
        rounds.close();
    }
}
