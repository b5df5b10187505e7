package app.backtrack.tracking.reading;

import app.backtrack.events.PatientId;
import app.backtrack.tracking.exercise.ExerciseProgress;
import app.backtrack.tracking.exercise.ExerciseRules;
import app.backtrack.tracking.exercise.SessionPain;
import app.backtrack.tracking.exercise.SessionPainRules;
import app.backtrack.tracking.reading.ProgressReader.Reading;
import app.backtrack.tracking.trend.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What was done in each exercise over a window, as the API shows it. More is no judgement. */
@Schema(name = "Exercises")
record ExercisesAnswer(
        PatientId patientId,

        @Schema(description = "The window's first local date")
        LocalDate from,

        @Schema(description = "The window's last local date")
        LocalDate until,

        @Schema(description = "Weeks of the window, 4 to 12")
        int weeks,

        @Schema(description = "Only what was recorded by then counts; null for all that is known") @Nullable
        Instant asOf,

        @Schema(description = "The versions of the rules that reckoned, by rule")
        SortedMap<String, Integer> rules,

        @Schema(description = "Each exercise with a session in the window, by id")
        List<ExerciseProgress> exercises,

        @Schema(description = "Pain after sessions against pain before them, on days with both")
        SessionPain sessionPain) {

    static ExercisesAnswer of(Reading reading) {
        Window window = reading.window();
        return new ExercisesAnswer(
                reading.patient().patient(),
                window.from(),
                window.until(),
                window.weeks(),
                reading.query().asOf(),
                new TreeMap<>(
                        Map.of("exercise-trend", ExerciseRules.VERSION, "session-pain", SessionPainRules.VERSION)),
                ExerciseRules.of(reading.view(), window.from(), window.until()),
                SessionPainRules.of(reading.view(), window.from(), window.until()));
    }
}
