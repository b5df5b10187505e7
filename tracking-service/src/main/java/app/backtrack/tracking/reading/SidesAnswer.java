package app.backtrack.tracking.reading;

import app.backtrack.events.PatientId;
import app.backtrack.tracking.reading.ProgressReader.Reading;
import app.backtrack.tracking.sides.Asymmetry;
import app.backtrack.tracking.sides.SideRules;
import app.backtrack.tracking.sides.Sides;
import app.backtrack.tracking.trend.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How the sides compare over a window, as the API shows it. An observation, and no cause of pain. */
@Schema(name = "Sides")
record SidesAnswer(
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

        @Schema(description = "First local date of the 14 that findings rest on")
        LocalDate judgedFrom,

        @Schema(description = "By exercise, source and measure, which are never mixed")
        List<Asymmetry> asymmetries,

        @Schema(
                description = "By exercise, how many sessions could not be compared: the plan in force did not ask the "
                        + "same of both sides, or they were measured differently")
        SortedMap<String, Integer> leftOut) {

    static SidesAnswer of(Reading reading) {
        Window window = reading.window();
        Sides sides = SideRules.of(reading.view(), window.from(), window.until());
        return new SidesAnswer(
                reading.patient().patient(),
                window.from(),
                window.until(),
                window.weeks(),
                reading.query().asOf(),
                new TreeMap<>(Map.of("asymmetry", SideRules.VERSION)),
                sides.judgedFrom(),
                sides.asymmetries(),
                sides.leftOut());
    }
}
