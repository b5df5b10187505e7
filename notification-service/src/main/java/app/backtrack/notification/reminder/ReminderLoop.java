package app.backtrack.notification.reminder;

import app.backtrack.notification.Rounds;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Looks again and again for patients whose time has come, on a thread of its own. */
@Singleton
class ReminderLoop {
    private final Rounds rounds;

    ReminderLoop(ReminderRound round, ReminderConfig config) {
        this.rounds = new Rounds("reminders", config.sweep(), round::prepare, round::run);
    }

    void start(@Observes StartupEvent event) {
        rounds.start();
    }

    void stop(@Observes ShutdownEvent event) {
        rounds.close();
    }
}
