package app.backtrack.program.clinic;

import app.backtrack.events.ClinicEvent.ClinicSettings;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Have the clinic work by other settings.
 *
 * @param settings all of them from then on
 * @param effectiveFrom the local date of each patient from which they hold; null for the earliest that there may be
 * @param at when it was asked for, UTC, whole milliseconds
 */
record SettingsCommand(
        ClinicSettings settings,
        @Nullable LocalDate effectiveFrom,
        @Nullable String reason,
        Instant at) {}
