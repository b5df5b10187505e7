package app.backtrack.program.clinic;

import app.backtrack.events.ClinicEvent.ClinicSettings;
import app.backtrack.events.ClinicEvent.QuietHours;
import app.backtrack.events.TherapistReach;
import app.backtrack.program.FreeText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** All of a clinic's settings; what is left out is as shipped. */
@Schema(name = "ClinicSettingsChange")
record SettingsRequest(
        @Schema(
                description =
                        "Numbers of the clinical rules that differ from the shipped ones, by the ids that GET lists.",
                examples = "{\"silence-hours\": 72}")
        @Nullable
        Map<String, @Nullable BigDecimal> thresholds,

        @Schema(description = "When nobody is told anything that can wait, in the recipient's own zone.")
        @Valid
        @Nullable
        NightSpan quietHours,

        @Schema(
                description =
                        "After how many years discharged patients are erased, also those of before; nobody is where left out.",
                examples = "10")
        @Min(1)
        @Max(30)
        @Nullable
        Integer retentionYears,

        @Schema(
                description = "Whose data therapists see and change: all patients of the `clinic`, or those of their "
                        + "`caseload`, to whom they are assigned. The others are then unknown to them.",
                examples = "caseload")
        @Nullable
        TherapistReach therapistsSee,

        @Schema(
                description =
                        "The local date of each patient from which they hold: at the earliest, and if not given, the "
                                + "date that it is in UTC+14 now, so that no day that is over for a patient is judged anew; at "
                                + "most a year later.",
                examples = "2026-12-01")
        @Nullable
        LocalDate effectiveFrom,

        @Schema(
                description = "Why, for the history; goes to the log unsealed, so it must speak of no patient.",
                examples = "Our patients log on weekdays only")
        @Size(max = 500)
        @Pattern(regexp = FreeText.REGEXP, message = FreeText.MESSAGE)
        @Nullable
        String reason) {

    /** A span of each night; it may pass midnight. */
    @Schema(name = "QuietHours")
    record NightSpan(
            @Schema(description = "When it begins, HH:MM.", examples = "21:00")
            @NotNull
            @Pattern(regexp = HH_MM, message = HH_MM_MESSAGE)
            String from,

            @Schema(description = "When it ends, HH:MM; not the same.", examples = "08:00")
            @NotNull
            @Pattern(regexp = HH_MM, message = HH_MM_MESSAGE)
            String until) {
        private static final String HH_MM = "([01][0-9]|2[0-3]):[0-5][0-9]";
        private static final String HH_MM_MESSAGE = "must be a time from 00:00 to 23:59, as HH:MM";

        static NightSpan of(QuietHours hours) {
            return new NightSpan(hours.from().toString(), hours.until().toString());
        }

        private QuietHours quietHours() {
            return new QuietHours(LocalTime.parse(from), LocalTime.parse(until));
        }
    }

    /** What is wrong, by JSON Pointer. */
    Map<String, String> flaws() {
        Map<String, String> flaws = new LinkedHashMap<>(SettingsRules.flaws(numbers()));
        if (quietHours != null && quietHours.from().equals(quietHours.until())) {
            flaws.put("/quietHours/until", "must not equal from");
        }
        return flaws;
    }

    /** The settings that are asked for, which must be without a flaw. */
    ClinicSettings settings() {
        return new ClinicSettings(
                SettingsRules.read(numbers()),
                quietHours == null ? null : quietHours.quietHours(),
                retentionYears,
                therapistsSee);
    }

    private Map<String, @Nullable BigDecimal> numbers() {
        return thresholds == null ? Map.of() : thresholds;
    }
}
