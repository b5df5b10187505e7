package app.backtrack.program.clinic;

import app.backtrack.events.ClinicEvent.ClinicSettingsChanged;
import java.time.LocalDate;

/** The answer to a command about a clinic's settings. */
sealed interface SettingsDecision {

    /** It happened: this event is to be appended. */
    record Accepted(ClinicSettingsChanged event) implements SettingsDecision {}

    /** They are so already. */
    record Unchanged() implements SettingsDecision {}

    /** They would hold from a date before {@code earliest} or after {@code latest}. */
    record DateOutOfRange(LocalDate earliest, LocalDate latest) implements SettingsDecision {}

    /** The clinic has as many versions as it may have. */
    record TooManyVersions() implements SettingsDecision {}
}
