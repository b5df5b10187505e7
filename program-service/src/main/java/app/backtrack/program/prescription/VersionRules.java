package app.backtrack.program.prescription;

import app.backtrack.events.EventEnvelope;
import app.backtrack.events.ProgramEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the version of a program that was in force on a day, as it was known at an instant. */
final class VersionRules {
    private VersionRules() {}

    /**
     * The highest version that had been decided by then and whose first day had come.
     *
     * @param versions in their order
     * @param on the patient's local date; null for any
     * @param asOf the instant of knowledge; null for now
     */
    static Optional<EventEnvelope<ProgramEvent>> version(
            List<EventEnvelope<ProgramEvent>> versions, @Nullable LocalDate on, @Nullable Instant asOf) {
        return versions.stream()
                .filter(version -> asOf == null || !version.recordedAt().isAfter(asOf))
                .filter(version -> on == null || !version.data().effectiveFrom().isAfter(on))
                .reduce((before, later) -> later);
    }
}
