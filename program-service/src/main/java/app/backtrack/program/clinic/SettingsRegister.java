package app.backtrack.program.clinic;

import app.backtrack.events.Actor;
import app.backtrack.events.ClinicEnvelope;
import app.backtrack.events.ClinicId;
import app.backtrack.program.clinic.SettingsDecision.Accepted;
import app.backtrack.program.clinic.SettingsDecision.DateOutOfRange;
import app.backtrack.program.clinic.SettingsDecision.TooManyVersions;
import app.backtrack.program.clinic.SettingsDecision.Unchanged;
import app.backtrack.program.stream.Relay;
import jakarta.inject.Singleton;
import java.time.LocalDate;

/** Has commands decided against a clinic's stored settings, appends what follows, and sees it into the log. */
@Singleton
final class SettingsRegister {
    private final ClinicSettingsStore settings;
    private final Relay relay;

    SettingsRegister(ClinicSettingsStore settings, Relay relay) {
        this.settings = settings;
        this.relay = relay;
    }

    /** Changes the settings of a clinic, which the caller saw at version {@code expected}. */
    Result change(ClinicId clinic, Actor actor, int expected, SettingsCommand command) {
        SettingsFile file = settings.find(clinic);
        if (file.version() != expected) {
            return new Result.Stale(file.version());
        }
        return switch (SettingsDecider.decide(command, file.decided())) {
            case Accepted accepted -> append(file, new ClinicEnvelope(clinic, command.at(), actor, accepted.event()));
            case Unchanged unchanged -> new Result.Done(file);
            case DateOutOfRange(LocalDate earliest, LocalDate latest) -> new Result.DateOutOfRange(earliest, latest);
            case TooManyVersions full -> new Result.TooManyVersions();
        };
    }

    private Result append(SettingsFile file, ClinicEnvelope event) {
        if (!settings.append(file.version(), event)) {
            return new Result.Stale(settings.find(event.clinic()).version());
        }
        relay.publish(settings.streams(), event.clinic().value());
        return new Result.Done(file.with(event));
    }

    /** What became of a command. */
    sealed interface Result {

        /** The settings are as asked for. */
        record Done(SettingsFile file) implements Result {}

        /** The caller spoke of an older version than {@code current}. */
        record Stale(int current) implements Result {}

        /** They would hold from a date before {@code earliest} or after {@code latest}. */
        record DateOutOfRange(LocalDate earliest, LocalDate latest) implements Result {}

        /** The clinic has as many versions as it may have. */
        record TooManyVersions() implements Result {}
    }
}
