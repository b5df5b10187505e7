package app.backtrack.tracking.reading;

import app.backtrack.events.PatientId;
import app.backtrack.tracking.adherence.Adherence;
import app.backtrack.tracking.adherence.Adherence.AdherenceItem;
import app.backtrack.tracking.adherence.Adherence.AdherenceWeek;
import app.backtrack.tracking.adherence.AdherenceRules;
import app.backtrack.tracking.adherence.Tally;
import app.backtrack.tracking.checklist.ChecklistRules;
import app.backtrack.tracking.checklist.ChecklistWeek;
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

/** How much of what was due in a window was done, as the API shows it. Done, skipped and no data add up to due. */
@Schema(name = "Adherence")
record AdherenceAnswer(
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

        @Schema(description = "The last local date that is counted: none after the patient's today")
        LocalDate through,

        @Schema(description = "All exercises together") Tally exercises,

        @Schema(description = "All habits together") Tally habits,

        @Schema(description = "Each exercise and habit over the window")
        List<AdherenceItem> items,

        @Schema(description = "Each program week in the window, with the events that speak of each item")
        List<AdherenceWeek> programWeeks,

        @Schema(description = "The weekly checklist, by ISO week of local dates")
        List<ChecklistWeek> checklist) {

    static AdherenceAnswer of(Reading reading) {
        Window window = reading.window();
        Adherence adherence = AdherenceRules.of(reading.view(), window.from(), window.until(), reading.today());
        return new AdherenceAnswer(
                reading.patient().patient(),
                window.from(),
                window.until(),
                window.weeks(),
                reading.query().asOf(),
                new TreeMap<>(Map.of("adherence", AdherenceRules.VERSION, "weekly-checklist", ChecklistRules.VERSION)),
                adherence.through(),
                adherence.exercises(),
                adherence.habits(),
                adherence.items(),
                adherence.weeks(),
                ChecklistRules.of(reading.view(), window.from(), window.until(), reading.today()));
    }
}
