package app.backtrack.tracking.reading;

import app.backtrack.events.ClinicEvent.ClinicSettings;
import app.backtrack.events.PatientId;
import app.backtrack.tracking.progression.Advice;
import app.backtrack.tracking.progression.Progression;
import app.backtrack.tracking.progression.Progression.Withheld;
import app.backtrack.tracking.progression.ProgressionRules;
import app.backtrack.tracking.reading.ProgressReader.Reading;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a clinician may consider next for each prescribed exercise, as the API shows it. Not medical advice. */
@Schema(name = "ProgressionAdvice")
record ProgressionAdviceAnswer(
        PatientId patientId,

        @Schema(description = "The local date whose plan is looked at")
        LocalDate on,

        @Schema(description = "Only what was recorded by then counts; null for all that is known") @Nullable
        Instant asOf,

        @Schema(description = "Why nothing is suggested at all; null where it may be") @Nullable
        Withheld withheld,

        @Schema(description = "In the plan's order, each exercise at least once")
        List<Advice> advice) {

    static ProgressionAdviceAnswer of(Reading reading, ClinicSettings settings) {
        Progression progression = ProgressionRules.of(reading.view(), settings, reading.through());
        return new ProgressionAdviceAnswer(
                reading.patient().patient(),
                progression.on(),
                reading.query().asOf(),
                progression.withheld(),
                progression.advice());
    }
}
