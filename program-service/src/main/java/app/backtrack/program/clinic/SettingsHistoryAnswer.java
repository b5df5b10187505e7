package app.backtrack.program.clinic;

import app.backtrack.events.Actor;
import app.backtrack.events.ClinicEnvelope;
import app.backtrack.events.ClinicEvent.ClinicSettings;
import app.backtrack.events.ClinicEvent.ClinicSettingsChanged;
import app.backtrack.events.TherapistReach;
import app.backtrack.events.Threshold;
import app.backtrack.program.clinic.SettingsRequest.NightSpan;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who decided what about a clinic's settings, when and why, from the first version on. */
@Schema(name = "ClinicSettingsHistory")
record SettingsHistoryAnswer(List<Entry> versions) {

    static SettingsHistoryAnswer of(SettingsFile file) {
        return new SettingsHistoryAnswer(file.versions().stream().map(Entry::of).toList());
    }

    /** One decision, with all that differs from the shipped settings. */
    @Schema(name = "ClinicSettingsHistoryEntry")
    record Entry(
            int version,

            @Schema(description = "The local date of each patient from which it holds.")
            LocalDate effectiveFrom,

            @Schema(description = "Those that differ from the shipped ones.", examples = "{\"silence-hours\": 72}")
            Map<String, BigDecimal> thresholds,

            @Schema(description = "Null for as shipped.") @Nullable
            NightSpan quietHours,

            @Nullable Integer retentionYears,

            @Schema(description = "Null for as shipped.") @Nullable
            TherapistReach therapistsSee,

            @Nullable String reason,

            @Schema(description = "When it was decided, UTC.")
            Instant decidedAt,

            Actor decidedBy) {

        private static Entry of(ClinicEnvelope event) {
            ClinicSettingsChanged change = SettingsFile.change(event);
            ClinicSettings settings = change.settings();
            Map<String, BigDecimal> byName = new TreeMap<>();
            for (Map.Entry<Threshold, BigDecimal> number : settings.thresholds().entrySet()) {
                byName.put(number.getKey().wireName(), number.getValue());
            }
            return new Entry(
                    change.version(),
                    change.effectiveFrom(),
                    byName,
                    settings.quietHours() == null ? null : NightSpan.of(settings.quietHours()),
                    settings.retentionYears(),
                    settings.therapistsSee(),
                    change.reason(),
                    event.recordedAt(),
                    event.actor());
        }
    }
}
