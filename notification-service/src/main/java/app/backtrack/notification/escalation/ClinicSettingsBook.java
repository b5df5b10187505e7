package app.backtrack.notification.escalation;

import app.backtrack.events.ClinicId;
import app.backtrack.events.ClinicSettingsHistory;
import app.backtrack.events.Threshold;
import app.backtrack.runtime.log.LogClients;
import app.backtrack.runtime.log.LogFollower;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Knows what clinics set, from following the log since its beginning. */
@Singleton
class ClinicSettingsBook {
    private final LogClients log;
    private volatile ClinicSettingsHistory history = ClinicSettingsHistory.EMPTY;
    private volatile @Nullable LogFollower follower;

    ClinicSettingsBook(LogClients log) {
        this.log = log;
    }

    void start(@Observes StartupEvent event) {
        // One thread calls the listener, so nothing is lost between reading and writing.
        follower = log.followClinics(envelope -> history = history.with(envelope));
    }

    /**
     * How long a critical alert waits to be acknowledged; empty until the settings have been read to their end once,
     * for till then they may be others.
     *
     * @param localDate the patient's local date that the alert is of
     */
    Optional<Duration> escalationPause(ClinicId clinic, LocalDate localDate) {
        LogFollower reading = follower;
        if (reading == null || !reading.caughtUpOnce()) {
            return Optional.empty();
        }
        return Optional.of(Duration.ofMinutes(history.current(clinic, localDate)
                .threshold(Threshold.ESCALATION_MINUTES)
                .longValueExact()));
    }
}
