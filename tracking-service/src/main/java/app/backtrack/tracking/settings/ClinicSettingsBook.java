package app.backtrack.tracking.settings;

import app.backtrack.events.ClinicEnvelope;
import app.backtrack.events.ClinicEvent.ClinicSettings;
import app.backtrack.events.ClinicId;
import app.backtrack.events.ClinicSettingsHistory;
import app.backtrack.runtime.log.LogClients;
import app.backtrack.runtime.log.LogFollower;
import app.backtrack.runtime.log.LogUnavailable;
import app.backtrack.tracking.insight.Settings;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Says what each clinic has set, from the log alone. Nobody is told anything until it was read to its end once: judged
 * by the shipped numbers, a patient could raise what the clinic has long set otherwise. It takes some 300 bytes a
 * change.
 */
@Singleton
public class ClinicSettingsBook {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final LogClients log;
    private volatile ClinicSettingsHistory history = ClinicSettingsHistory.EMPTY;
    private volatile boolean complete;

    @Nullable
    private volatile LogFollower follower;

    ClinicSettingsBook(LogClients log) {
        this.log = log;
    }

    void start(@Observes StartupEvent started) {
        follower = log.followClinics(this::enter);
    }

    /** Called by the follower's one thread. */
    private void enter(ClinicEnvelope event) {
        history = history.with(event);
    }

    /**
     * A clinic's settings for a patient's local date, by all that is known now.
     *
     * @throws LogUnavailable until the log was read to its end once
     */
    public ClinicSettings current(ClinicId clinic, LocalDate localDate) {
        awaitComplete();
        return history.current(clinic, localDate);
    }

    /**
     * A clinic's settings for a patient's local date, as they were known at an instant.
     *
     * @throws LogUnavailable until the log was read to its end once
     */
    public ClinicSettings asOf(ClinicId clinic, LocalDate localDate, Instant asOf) {
        awaitComplete();
        return history.settings(clinic, localDate, asOf);
    }

    /**
     * By which settings each date of a clinic's patients is judged, as known at this call; for one thread.
     *
     * @throws LogUnavailable until the log was read to its end once
     */
    public Settings.ByDate byDate(ClinicId clinic) {
        return byDate(clinic, UnaryOperator.identity());
    }

    /**
     * The same with what the clinic has set changed.
     *
     * @throws LogUnavailable until the log was read to its end once
     */
    public Settings.ByDate byDate(ClinicId clinic, UnaryOperator<ClinicSettings> change) {
        awaitComplete();
        ClinicSettingsHistory now = history;
        // Rules ask for thousands of dates, and clinics seldom change anything.
        Map<ClinicSettings, Settings> known = new HashMap<>();
        return date ->
                known.computeIfAbsent(now.current(clinic, date), settings -> Settings.of(change.apply(settings)));
    }

    private void awaitComplete() {
        LogFollower reader = follower;
        complete = complete
                || (reader != null
                        && (reader.caughtUpOnce() || reader.caughtUp(PATIENCE).join()));
        if (!complete) {
            throw new LogUnavailable("the clinics' settings are not read to their end");
        }
    }
}
