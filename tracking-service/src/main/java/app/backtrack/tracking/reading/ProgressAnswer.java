package app.backtrack.tracking.reading;

import app.backtrack.events.PainContext;
import app.backtrack.events.PatientId;
import app.backtrack.events.ProgramStatus;
import app.backtrack.events.RedFlag;
import app.backtrack.tracking.care.CareView.ActiveProgram;
import app.backtrack.tracking.progress.DayView;
import app.backtrack.tracking.progress.ProgressView;
import app.backtrack.tracking.trend.Block;
import app.backtrack.tracking.trend.Changes;
import app.backtrack.tracking.trend.Direction;
import app.backtrack.tracking.trend.Finding;
import app.backtrack.tracking.trend.Slope;
import app.backtrack.tracking.trend.Trend;
import app.backtrack.tracking.trend.Variability;
import app.backtrack.tracking.trend.Verdict;
import app.backtrack.tracking.trend.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A patient's progress over a window, as the API shows it. Lower pain is better. Days without a report are left out,
 * never filled in.
 */
@Schema(name = "Progress")
record ProgressAnswer(
        PatientId patientId,

        @Schema(description = "The window's first local date")
        LocalDate from,

        @Schema(description = "The window's last local date")
        LocalDate until,

        @Schema(description = "Weeks of the window, 4 to 12")
        int weeks,

        @Schema(description = "Only what was recorded by then counts; null for all that is known") @Nullable
        Instant asOf,

        @Schema(description = "The context of all scores in the series")
        PainContext context,

        @Schema(description = "What may be said of the trend")
        Verdict verdict,

        @Schema(description = "Why the verdict is uncertain")
        Finding.@Nullable Reason reason,

        @Schema(description = "Fewest further days in a row with a score before a verdict is possible") @Nullable
        Integer daysNeeded,

        @Schema(description = "The program under way on the last date") @Nullable
        Program program,

        @Schema(description = "Days with any report, ascending")
        List<Day> days,

        @Schema(description = "On how many days of the window there is a score of the series")
        int scoredDays,

        @Schema(description = "The window's weeks, counted back from its last date, oldest first")
        List<Block> blocks,

        @Schema(description = "Theil–Sen slope with 95 % intervals") @Nullable
        Slope slope,

        @Schema(description = "Kendall's test") Direction direction,

        @Schema(description = "Start, current and baseline levels, and what lies between them")
        Changes changes,

        Variability variability) {

    /** The answer from a view. */
    static ProgressAnswer of(
            PatientId patient, ProgressView view, Window window, @Nullable PainContext asked, @Nullable Instant asOf) {
        Trend trend = view.trend(window, asked);
        return new ProgressAnswer(
                patient,
                window.from(),
                window.until(),
                window.weeks(),
                asOf,
                trend.coverage().context(),
                trend.finding().verdict(),
                trend.finding().reason(),
                trend.finding().daysNeeded(),
                view.care().activeProgram(window.until()).map(Program::of).orElse(null),
                days(view, window, trend.coverage().context()),
                trend.coverage().scoredDays(),
                trend.coverage().blocks(),
                trend.slope(),
                trend.direction(),
                trend.changes(),
                trend.variability());
    }

    private static List<Day> days(ProgressView view, Window window, PainContext context) {
        List<Day> days = new ArrayList<>();
        view.weeks()
                .values()
                .forEach(week -> week.days()
                        .tailMap(window.from())
                        .headMap(window.until().plusDays(1))
                        .forEach((date, day) -> days.add(Day.of(date, day, context))));
        return days;
    }

    /** The program that was under way. */
    @Schema(name = "ProgramOfProgress")
    record Program(
            UUID programId,
            int version,
            ProgramStatus status,
            String name,
            LocalDate startsOn,
            @Schema(description = "Planned length in weeks") int weeks) {

        static Program of(ActiveProgram program) {
            var version = program.version();
            return new Program(
                    program.programId(),
                    version.version(),
                    version.status(),
                    version.plan().name(),
                    version.plan().startsOn(),
                    version.plan().weeks());
        }
    }

    /** One local date. */
    @Schema(name = "Day")
    record Day(
            LocalDate date,

            @Schema(description = "Mean of the day's scores of the series, 0 to 10; null without one") @Nullable
            Double pain,

            @Schema(description = "How many scores that is the mean of")
            int scores,

            @Schema(description = "Sessions of exercises") int sessions,

            @Schema(description = "Warning signs answered with yes, in any revision")
            List<RedFlag> redFlags) {

        static Day of(LocalDate date, DayView day, PainContext context) {
            var pain = day.pain().get(context);
            return new Day(
                    date,
                    pain == null ? null : (double) pain.sum() / pain.count(),
                    pain == null ? 0 : pain.count(),
                    day.reported().sessions().size(),
                    day.redFlags());
        }
    }
}
