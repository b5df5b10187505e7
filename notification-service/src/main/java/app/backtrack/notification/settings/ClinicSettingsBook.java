package app.backtrack.notification.settings;

import app.backtrack.events.ClinicEvent.ClinicSettings;
import app.backtrack.events.ClinicEvent.QuietHours;
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
public class ClinicSettingsBook {
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
    public Optional<Duration> escalationPause(ClinicId clinic, LocalDate localDate) {
        return settings(clinic, localDate)
                .map(settings -> Duration.ofMinutes(
                        settings.threshold(Threshold.ESCALATION_MINUTES).longValueExact()));
    }

    /**
     * When nobody of a clinic is told anything that can wait; empty until the settings have been read to their end
     * once.
     *
     * @param localDate the recipient's local date
     */
    public Optional<QuietHours> quietHours(ClinicId clinic, LocalDate localDate) {
        return settings(clinic, localDate)
                .map(settings -> settings.quietHours() == null ? QuietHours.SHIPPED : settings.quietHours());
    }

    private Optional<ClinicSettings> settings(ClinicId clinic, LocalDate localDate) {
        LogFollower reading = follower;
        return reading == null || !reading.caughtUpOnce()
                ? Optional.empty()
                : Optional.of(history.current(clinic, localDate));
    }
}
