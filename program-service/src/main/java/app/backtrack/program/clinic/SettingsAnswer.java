package app.backtrack.program.clinic;

import app.backtrack.events.ClinicEvent.ClinicSettings;
import app.backtrack.events.ClinicEvent.ClinicSettingsChanged;
import app.backtrack.events.ClinicEvent.QuietHours;
import app.backtrack.events.TherapistReach;
import app.backtrack.events.Threshold;
import app.backtrack.program.clinic.SettingsRequest.NightSpan;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The settings of a clinic on a date. */
@Schema(name = "ClinicSettings")
record SettingsAnswer(
        @Schema(description = "Number of the version decided last, 0 before the first; also the ETag.")
        int version,

        @Schema(description = "The local date of a patient for which they are shown.")
        LocalDate on,

        @Schema(description = "Number of the version in force on that date; 0 for as shipped.")
        int inForce,

        @Schema(description = "From when it holds; null for as shipped.") @Nullable
        LocalDate effectiveFrom,

        List<Figure> thresholds,
        NightSpan quietHours,

        @Schema(description = "As shipped.") NightSpan quietHoursShipped,

        @Schema(description = "Years for which a discharged patient's data is kept; null where no limit is set.")
        @Nullable
        Integer retentionYears,

        @Schema(description = "Whose data therapists see and change.")
        TherapistReach therapistsSee,

        @Schema(description = "As shipped.") TherapistReach therapistsSeeShipped,

        @Schema(description = "What is decided to follow after that date.")
        List<Scheduled> scheduled) {

    static SettingsAnswer of(SettingsFile file, LocalDate on) {
        Optional<ClinicSettingsChanged> version = file.on(on);
        ClinicSettings settings = version.map(ClinicSettingsChanged::settings).orElse(ClinicSettings.SHIPPED);
        QuietHours hours = settings.quietHours() == null ? QuietHours.SHIPPED : settings.quietHours();
        return new SettingsAnswer(
                file.version(),
                on,
                version.map(ClinicSettingsChanged::version).orElse(0),
                version.map(ClinicSettingsChanged::effectiveFrom).orElse(null),
                Arrays.stream(Threshold.values())
                        .map(threshold -> Figure.of(threshold, settings))
                        .toList(),
                NightSpan.of(hours),
                NightSpan.of(QuietHours.SHIPPED),
                settings.retentionYears(),
                settings.reach(),
                ClinicSettings.SHIPPED.reach(),
                file.scheduledAfter(on).stream().map(Scheduled::of).toList());
    }

    /** A number of the clinical rules. */
    @Schema(name = "ThresholdSetting")
    record Figure(
            @Schema(examples = "silence-hours") Threshold id,

            @Schema(description = "In force.", examples = "72")
            BigDecimal value,

            @Schema(description = "As shipped.", examples = "49")
            BigDecimal shipped,

            @Schema(examples = "hours") String unit,

            @Schema(examples = "24") BigDecimal min,

            @Schema(examples = "336") BigDecimal max,

            @Schema(description = "Whether only whole numbers make sense.")
            boolean whole,

            String meaning) {

        private static Figure of(Threshold threshold, ClinicSettings settings) {
            return new Figure(
                    threshold,
                    settings.threshold(threshold),
                    threshold.shipped(),
                    threshold.unit(),
                    threshold.min(),
                    threshold.max(),
                    SettingsRules.isWhole(threshold),
                    Meaning.of(threshold));
        }
    }

    /** A version that will be in force. */
    @Schema(name = "ScheduledSettings")
    record Scheduled(int version, LocalDate effectiveFrom) {

        private static Scheduled of(ClinicSettingsChanged change) {
            return new Scheduled(change.version(), change.effectiveFrom());
        }
    }
}
