package app.backtrack.program.clinic;

import app.backtrack.events.ClinicEnvelope;
import app.backtrack.events.ClinicEvent.ClinicSettingsChanged;
import app.backtrack.program.stream.EventStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Everything that one clinic decided about its settings.
 *
 * @param versions in their order; empty for a clinic that works as shipped
 */
record SettingsFile(List<ClinicEnvelope> versions) {

    /** Keeps a copy of the list. */
    SettingsFile {
        versions = List.copyOf(versions);
    }

    static SettingsFile of(Optional<EventStream<ClinicEnvelope>> stream) {
        return new SettingsFile(stream.map(EventStream::events).orElse(List.of()));
    }

    /** The number of the current version; 0 for a clinic that works as shipped. */
    int version() {
        return versions.size();
    }

    /** The decisions without who and when. */
    List<ClinicSettingsChanged> decided() {
        return versions.stream().map(SettingsFile::change).toList();
    }

    /** The version in force on a date: of those that hold by then, the last; empty for as shipped. */
    Optional<ClinicSettingsChanged> on(LocalDate date) {
        return decided().stream()
                .filter(change -> !change.effectiveFrom().isAfter(date))
                .reduce((earlier, later) -> later);
    }

    /** What will follow on a date after this one, as far as it is decided. */
    List<ClinicSettingsChanged> scheduledAfter(LocalDate date) {
        List<ClinicSettingsChanged> scheduled = new ArrayList<>();
        for (ClinicSettingsChanged change : decided()) {
            // A later decision that holds earlier takes the place of all that were to come after it.
            scheduled.removeIf(before -> !before.effectiveFrom().isBefore(change.effectiveFrom()));
            if (change.effectiveFrom().isAfter(date)) {
                scheduled.add(change);
            }
        }
        return scheduled;
    }

    /** The file with one more version. */
    SettingsFile with(ClinicEnvelope event) {
        List<ClinicEnvelope> longer = new ArrayList<>(versions);
        longer.add(event);
        return new SettingsFile(longer);
    }

    static ClinicSettingsChanged change(ClinicEnvelope event) {
        return switch (event.data()) {
            case ClinicSettingsChanged changed -> changed;
        };
    }
}
