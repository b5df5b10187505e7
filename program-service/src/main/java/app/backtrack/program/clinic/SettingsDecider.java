package app.backtrack.program.clinic;

import app.backtrack.events.ClinicEvent.ClinicSettings;
import app.backtrack.events.ClinicEvent.ClinicSettingsChanged;
import app.backtrack.program.clinic.SettingsDecision.Accepted;
import app.backtrack.program.clinic.SettingsDecision.DateOutOfRange;
import app.backtrack.program.clinic.SettingsDecision.TooManyVersions;
import app.backtrack.program.clinic.SettingsDecision.Unchanged;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Decides from when a clinic works by other settings.
 *
 * <p>A clinic's patients may live in any time zone, and settings hold by each patient's own date. So that no day that
 * is over for one of them is judged anew, settings hold at the earliest from the date that it is where the day begins
 * first: in UTC+14. West of there that date is today or tomorrow.
 */
final class SettingsDecider {

    /** More than a clinic ever needs, and few enough that the stream stays far below a document's 16 MB. */
    static final int MAX_VERSIONS = 500;

    private static final ZoneOffset WHERE_DAYS_BEGIN = ZoneOffset.ofHours(14);
    private static final int YEARS_AHEAD = 1;

    private SettingsDecider() {}

    /**
     * Says what the command does to the settings as they were decided so far.
     *
     * @param decided in their order; empty for a clinic that works as shipped
     */
    static SettingsDecision decide(SettingsCommand command, List<ClinicSettingsChanged> decided) {
        LocalDate earliest = earliest(command.at());
        LocalDate latest = earliest.plusYears(YEARS_AHEAD);
        LocalDate from = command.effectiveFrom() == null ? earliest : command.effectiveFrom();
        if (from.isBefore(earliest) || from.isAfter(latest)) {
            return new DateOutOfRange(earliest, latest);
        }
        if (isSo(command.settings(), from, decided)) {
            return new Unchanged();
        }
        if (decided.size() >= MAX_VERSIONS) {
            return new TooManyVersions();
        }
        return new Accepted(new ClinicSettingsChanged(decided.size() + 1, from, command.settings(), command.reason()));
    }

    /** The first date from which settings may hold that are changed at an instant. */
    static LocalDate earliest(Instant at) {
        return LocalDate.ofInstant(at, WHERE_DAYS_BEGIN);
    }

    /** Whether the settings decided last are these, and hold by then. */
    private static boolean isSo(ClinicSettings settings, LocalDate from, List<ClinicSettingsChanged> decided) {
        if (decided.isEmpty()) {
            return settings.equals(ClinicSettings.SHIPPED);
        }
        ClinicSettingsChanged last = decided.get(decided.size() - 1);
        return settings.equals(last.settings()) && !last.effectiveFrom().isAfter(from);
    }
}
